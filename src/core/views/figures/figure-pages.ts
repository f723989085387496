import { latePage, type Page } from "../page.ts";
import type { ViewContext } from "../view-context.ts";
import { addressOfServiceFigures, FIGURES_PAGE } from "./figure-addresses.ts";
import { figuresView } from "./figures-view.ts";
import { measurePages } from "./measure-view.ts";
import { serviceFiguresView } from "./service-figures-view.ts";

/** The pages of figures: all of them, one a measure, one a service. */
export function* figurePages(context: ViewContext): Generator<Page> {
  yield latePage({ path: FIGURES_PAGE, template: "figures", title: "Figures" }, () => figuresView(context));
  yield* measurePages(context);
  for (const service of context.projection.services)
    yield latePage(
      {
        path: addressOfServiceFigures(service.id),
        template: "service-figures",
        title: `Figures of ${service.data.title}`,
      },
      () => serviceFiguresView(context, service),
    );
}
