import { expect, test } from "vitest";
import { svgProblem } from "../../src/loader/svg-problem.ts";

const svg = (inside: string, attributes = "") =>
  Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"${attributes}>${inside}</svg>`);

test.each([
  "",
  '<style>.a { fill: #000; marker-end: url(#arrow) }</style><path class="a" d="M0 0L1 1" marker-end="url(#arrow)"/>',
  '<defs><marker id="arrow"/></defs><use href="#arrow"/><use xlink:href="#arrow" xmlns:xlink="http://www.w3.org/1999/xlink"/>',
  "<text>on call = ada, set = 1 &lt;script&gt;</text>",
  "<text>C:\\logs, 5 &lt; 6 &amp; more</text>",
])("a drawing is only a drawing: %s", (inside) => expect(svgProblem(svg(inside))).toBeUndefined());

test.each([
  [svg("<script>alert(1)</script>"), "a program"],
  [svg('<x:script xmlns:x="http://www.w3.org/2000/svg">alert(1)</x:script>'), "a program"],
  [svg("", ' onload="alert(1)"'), "a handler of events"],
  [svg('<g/onclick="alert(1)"/>'), "a handler of events"],
  [svg('<a href="javascript:alert(1)"><text>x</text></a>'), "an address outside of it"],
  [svg('<a href="java&#115;cript:alert(1)"><text>x</text></a>'), "an address outside of it"],
  [svg('<a xlink:href = "data:text/html,x"/>'), "an address outside of it"],
  [svg('<image href="https://evil.example/x.png"/>'), "an address outside of it"],
  [svg("<image href='//evil.example/x.png'/>"), "an address outside of it"],
  [svg("<style>a { fill: url(https://evil.example/x) }</style>"), "an address outside of it"],
  [svg("<style>@import 'https://evil.example/x.css'</style>"), "an address outside of it"],
  [svg('<a><set attributeName="href" to="x"/></a>'), "a movement"],
  [svg('<a><animate attributeName="href" values="x"/></a>'), "a movement"],
  [svg('<iframe xmlns="http://www.w3.org/1999/xhtml"/>'), "a program"],
  [Buffer.from('<!DOCTYPE svg [<!ENTITY a "b">]><svg/>'), "bytes that are no drawing"],
  [Buffer.from('<?xml version="1.0"?><?xml-stylesheet href="x"?><svg/>'), "bytes that are no drawing"],
  [svg('<foreignObject><div xmlns="http://www.w3.org/1999/xhtml">words</div></foreignObject>'), "a page"],
  [svg("<style>a { fill: u\\72l(//evil.example/x) }</style>"), "letters written as numbers"],
  [svg("<style>a { fill: url&#40;//evil.example/x) }</style>"), "letters written as numbers"],
  [svg('<path style="fill: u\\72l(//evil.example/x)"/>'), "letters written as numbers"],
  [svg("<style>a { background: image-set('//evil.example/x' 1x) }</style>"), "an address outside of it"],
  [svg("<![CDATA[<script>]]>"), "a declaration"],
  [Buffer.from("<html><svg></svg></html>"), "bytes that are no drawing"],
  [Buffer.from([0xff, 0xfe, 0x3c, 0x00]), "bytes that are not UTF-8"],
])("and what is more is told: %s", (bytes, what) => expect(svgProblem(bytes)).toBe(what));
