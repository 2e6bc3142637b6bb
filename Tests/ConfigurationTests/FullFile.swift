/// Every key there is, each with a value that is not its default.
enum FullFile {
    static let text = """
        version: 1
        engine: {kind: docker, socket: /run/other.sock}
        journal: state/journal.sqlite
        artifacts: /var/lib/lab/incidents
        listen: "[::1]:9000"
        notify:
          - webhook: {url: "https://hooks.example/lab?a=1", secret_env: LAB_SECRET, timeout: 3s}
          - webhook: {url_file: /run/secrets/url, secret_file: /run/secrets/key}
          - command: [/usr/bin/logger, -t, lab]
            timeout: 2s
          - pagerduty: {routing_key_env: LAB_KEY, url: "http://127.0.0.1:1/v2", timeout: 10s}
        defaults:
          interval: 2s
          restart:
            budget: 7
            backoff: {factor: 3}
        services:
          web:
            container: shop-web
            liveness:
              - http: http://127.0.0.1:8080/healthz
                interval: 500ms
                timeout: 250ms
                status: [200-204, 404]
                body: ok
                headers: {X-Probe: lab, Host: shop.example}
                method: OPTIONS
                redirects: 2
              - exec: [pg_isready, -q]
              - engine: health
            readiness:
              - tcp: "[::1]:5432"
            timeout: 4s
            failure_threshold: 4
            success_threshold: 3
            start_period: 1m
            flap: {failures: 6, of: 12}
            restart:
              before_rollback: 2
              window: 30m
              backoff: {initial: 1s, limit: 1m, jitter: 0.5, reset_after: 5m}
            verify: {limit: 90s}
            rollback:
              when: always
              soak: {successes: 10, minimum: 30s}
              history: 3
              old_container: keep
            depends_on: [db]
            maintenance:
              - {days: [sat, sun], start: "02:00", for: 2h, time_zone: Europe/Berlin}
              - {start: 23:30, for: 1h30m}
            log_lines: 20
          db:
            liveness: [{tcp: db.internal:5432}]
            flap: off
        """
}
