package farol.runbooks.library;

/** Runbooks that the tests share. */
public final class Examples {
  private Examples() {}

  /** The example of the format. */
  public static final String SCALE_WEB =
      """
      ---
      runbook: v1
      id: scale-web-for-spike              # ^[a-z][a-z0-9-]{1,62}[a-z0-9]$
      title: Scale web for a traffic spike
      owner: routing                       # team slug
      services: [checkout]
      alerts: [CheckoutLatencyHigh]
      stage: published
      review: {by: 2027-02-01, every: 90d}
      params:
        app:    {type: app, required: true}
        size:   {type: formation, default: "web=3 worker=2", max: {web: 20, worker: 10}}
        reason: {type: string, minLength: 10, default: "traffic spike, see the alert"}
      policy:
        blast_radius: {apps: 1, dynos_changed: 20, regions: 1}
        min_remaining: {web: 1}
        approvals: {count: 1, from: [responder], expires: 30m}
        max_per_hour: 4
        freeze: respect                    # respect | break-glass
        abort_when: 'ALERTS{alertname="CheckoutErrorsHigh",alertstate="firing"} == 1'
      ---
      ## Diagnosis
      ```promql {id=p99 check warn="> 0.5"}
      histogram_quantile(0.99, sum by (le) (rate(app_request_duration_seconds_bucket{app="${{ params.app }}"}[5m])))
      ```
      - [ ] Status page says that we look into it {#comms manual role=commander timeout=15m}
      ## Mitigation
      ```heroku {id=scale timeout=3m undo=auto}
      $ heroku ps:scale ${{ params.size }} --app ${{ params.app }}
      ```
      ```http {id=home check expect="status == 200" within=2m every=5s}
      GET https://${{ params.app }}.herokuapp.com/
      ```
      """;

  /** One mutation and nothing else. */
  public static String scaleOnly(String policy) {
    return """
        ---
        runbook: v1
        id: scale-web
        title: Scale web
        owner: routing
        stage: published
        params:
          app:  {type: app, required: true}
          size: {type: formation, default: "web=3 worker=2", max: {web: 20, worker: 10}}
        policy:
          %s
        ---
        ## Mitigation
        ```heroku {id=scale timeout=3m undo=auto}
        $ heroku ps:scale ${{ params.size }} --app ${{ params.app }}
        ```
        """
        .formatted(policy);
  }

  /** The same with this text as its only block. */
  public static String withBlock(String block) {
    return """
        ---
        runbook: v1
        id: one-block
        title: One block
        owner: routing
        params:
          app: {type: app, required: true}
        ---
        ## Mitigation
        %s
        """
        .formatted(block);
  }
}
