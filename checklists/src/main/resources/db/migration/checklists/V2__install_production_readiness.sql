-- The ten checks every installation starts with.
insert into checklists.checklist_version
  (checklist, version, effective_from, published_by, source, sha256, document)
select 'production-readiness', 1, timestamptz '2020-01-01 00:00:00Z', null, 'farol',
  encode(sha256(convert_to(document, 'UTF8')), 'hex'), document
from (values ($yaml$checklist: v1
id: production-readiness
title: Production readiness
gates: production
grace: P14D
redeploy: warn
checks:
  - id: ops-docs
    revision: 1
    title: Ops docs with executable instructions
    why: "Whoever is paged at night needs steps that can be run, not prose."
    fix: "Publish a runbook for every paging alert rule, with an executable step, and rehearse it."
    required: true
    evidence: {collector: runbook-library, ttl: PT24H, push: true}
    waiver: {max: P30D}
  - id: staging-parity
    revision: 1
    title: High-fidelity staging with production parity
    why: "What staging does not resemble, staging does not prove."
    fix: "Name the staging app and bring its stack, process types, add-ons and config keys level with production."
    required: true
    evidence: {collector: paas-parity, ttl: PT24H, push: true, attest: {ttl: P7D, link: false, role: responder}}
    waiver: {max: P60D}
  - id: security-audit
    revision: 1
    title: Audit requested from the security team
    why: "The security team must know of a service before customers do."
    fix: "Ask the security team for an audit and attest with the link to the request."
    required: true
    evidence: {collector: ticket-link, ttl: P30D, push: true, attest: {ttl: P30D, link: true, role: responder}}
    waiver: {max: P30D}
  - id: alerts-a-human
    revision: 1
    title: Alerts a human if it is down
    why: "A service that fails silently is found by customers."
    fix: "Run the page drill: take the staging app down and acknowledge the page within 5 minutes."
    required: true
    evidence: {collector: page-drill, ttl: P90D, push: true}
    waiver: never
  - id: simulated-failures
    revision: 1
    title: Simulated failures
    why: "A failure met for the first time in production is met unprepared."
    fix: "Run the drills kill dyno, kill dependency and lose region until all their assertions pass."
    required: true
    evidence: {collector: drill-runs, ttl: P90D, push: true, attest: {ttl: P14D, link: true, role: responder}}
    waiver: {max: P60D}
  - id: structured-logging
    revision: 1
    title: Structured logging
    why: "Lines without a time, a level and a correlation id cannot be followed across services."
    fix: "Log JSON or logfmt with time, level and request id, and upload a sample."
    required: true
    evidence: {collector: log-sample, ttl: P7D, push: true}
    waiver: {max: P30D}
  - id: enforces-ssl
    revision: 1
    title: Enforces SSL access
    why: "One request in the clear gives a session away."
    fix: "Turn on the redirect to https at the router and send Strict-Transport-Security."
    required: true
    evidence: {collector: tls-probe, ttl: PT24H, push: true}
    waiver: {max: P7D}
  - id: creds-rotation
    revision: 1
    title: Creds and rotation procedures documented
    why: "A leaked credential that nobody knows how to rotate stays leaked."
    fix: "Map every secret config key to a rotation runbook and run it within its period."
    required: true
    evidence: {collector: secret-keys, ttl: P30D, push: true, attest: {ttl: P30D, link: false, role: responder}}
    waiver: {max: P30D}
  - id: launch-email
    revision: 1
    title: Launch email to engineering@
    why: "Everybody who may be woken by a service hears that it is live."
    fix: "Move the service to production on the board: the gate sends the mail."
    required: true
    evidence: {collector: gate, ttl: once}
    waiver: never
  - id: production-board
    revision: 1
    title: Move to Production on the Engineering Lifecycle board
    why: "Only what stands in production on the board is held to production's rules."
    fix: "Move the service to production on the board."
    required: true
    evidence: {collector: gate, ttl: once}
    waiver: never
$yaml$)) as shipped (document);
