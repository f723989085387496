/** What stands in the page of the first service. */
export const FIRST_SERVICE = `
Write here what somebody needs to know who has never worked on it and is woken by it.

## Worth knowing

- Where it runs, and who may change it
- What it cannot work without; each of those is a service with a page of its own
- What surprises people`;

/** What stands in the first runbook, which helps with any failure until there are better ones. */
export const FIRST_RUNBOOK = `
## Meaning

Somebody noticed that users are hurt, and no other runbook fits. This one brings order into the first quarter of an hour.

## Impact

Unknown. Finding out who is hurt, and how badly, is the first step.

## Diagnosis

Ask what changed last: a release, a setting, a certificate, the number of users. Most failures follow a change.

## Mitigation

<Step title="Say that it is an incident" expected="Everybody who helps writes in one place." back="Closing it again costs nothing.">

Open the incident with \`tidemark incident open\` or with the form under Issues, and take command or name who does.

</Step>

<Step title="Take back the last change" expected="Users are well again within minutes." back="Make the change again.">

Undo first and understand later. Write down when you did it.

</Step>

<Step title="Tell users" expected="The status page says what does not work and when you will write again.">

Say what fails and what still works, in their words.

</Step>

## Verification

Do what users do, from outside.

## Escalation

When users are still hurt after fifteen minutes, call the next person in teams.yaml. Nobody is blamed for calling too early.`;
