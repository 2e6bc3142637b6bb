package import Watchdog

/// Writes a first `watchdog.yaml` for containers that are running: `lab watch init`.
package enum ExampleConfiguration {
    /// It parses without error, and every line that is not obvious says what it does.
    package static func text(for containers: [Container]) -> String {
        var names: Set<String> = []
        let running = containers.filter { $0.isUp && !isOurs($0.name) }.sorted { $0.name < $1.name }
        let services = running.map { service($0, name: unique(name($0.name), in: &names)) }
        return head + (services.isEmpty ? [sample] : services).joined(separator: "\n")
    }

    private static let head = """
        # What `lab watch` watches, and what it may do about it.
        # docs/watch-configuration.md has every key, its default and its consequence.
        version: 1

        engine: auto                  # or docker, swarm, {kind: process, root: ./containers}
        journal: ./watchdog.sqlite    # the watchdog's memory; relative to this file
        artifacts: ./incidents        # one folder for each incident
        listen: 127.0.0.1:9464        # metrics and status; off for none

        # Who hears of incidents. Secrets stay in the environment or in files of their own.
        # notify:
        #   - webhook: {url: "http://127.0.0.1:9000/incidents", secret_env: LAB_WEBHOOK_SECRET}
        #   - pagerduty: {routing_key_env: LAB_PAGERDUTY_KEY}
        #   - command: [/usr/local/bin/tell-somebody]

        # What holds for every service that does not say otherwise. These are the built-in values.
        defaults:
          interval: 1s                # from the start of one look to the start of the next
          timeout: 1s                 # no answer after this is a failed look
          failure_threshold: 3        # failed looks in a row; after these the container is restarted
          success_threshold: 2        # passed looks in a row; after these a restart has worked
          start_period: 10s           # failed looks after a start do not count for as long
          restart:
            before_rollback: 1        # restarts that did not help; after these the image is rolled back
            budget: 5                 # restarts in the window; after these a person is called
            window: 1h
          rollback:
            when: unproven            # only from an image that has not soaked; or always, never

        services:

        """

    private static let sample = """
          # No container was running when this was written: this one is only an example.
          web:
            liveness:
              - http: http://127.0.0.1:8080/healthz

        """

    private static func service(_ container: Container, name: String) -> String {
        let runs = container.reference.isEmpty ? container.image : container.reference
        var lines = ["  # Runs \(comment(runs)).", "  \(quoted(name)):"]
        if name != container.name { lines.append("    container: \(quoted(container.name))") }
        lines.append("    liveness:")
        if container.health == nil {
            lines += [
                "      # It declares no health check: until this is one of the others, nothing is known of its health,",
                "      # and only its end is noticed.",
                "      - engine: health",
                "      # - http: http://127.0.0.1:8080/healthz",
                "      #   body: ok            # passes only when the answer holds this text",
                "      # - tcp: 127.0.0.1:5432",
                "      # - exec: [pg_isready, -q]",
            ]
        } else {
            lines += [
                "      - engine: health        # the container's own health check",
                "      # - http: http://127.0.0.1:8080/healthz",
            ]
        }
        lines.append("    # depends_on: [db]          # while these are down, this one is left alone")
        return lines.joined(separator: "\n") + "\n"
    }

    /// Containers that a rollback has left on its way are not services.
    private static func isOurs(_ name: String) -> Bool {
        name.contains("-lab-") && (name.hasSuffix("-next") || name.hasSuffix("-old"))
    }

    private static func name(_ container: String) -> String {
        let word = container.unicodeScalars.map { scalar -> Character in
            let isPlain =
                scalar.isASCII && (scalar.properties.isAlphabetic || scalar.properties.numericType != nil)
            return isPlain || "._-".unicodeScalars.contains(scalar) ? Character(scalar) : "-"
        }
        let name = String(String(word).drop { "._-".contains($0) }.prefix(90))
        return name.isEmpty ? "service" : name
    }

    private static func unique(_ name: String, in names: inout Set<String>) -> String {
        var candidate = name
        var count = 2
        while !names.insert(candidate).inserted {
            candidate = "\(name)-\(count)"
            count += 1
        }
        return candidate
    }

    /// Names that YAML would read as something else, or not at all, are quoted.
    private static func quoted(_ text: String) -> String {
        let words = ["null", "true", "false", "yes", "no", "on", "off", "y", "n"]
        let isPlain =
            text.first.map { $0.isASCII && $0.isLetter } ?? false
            && text.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "._-".contains($0)) }
        if isPlain, !words.contains(text.lowercased()) { return text }
        let escaped = text.unicodeScalars.map { scalar in
            switch scalar {
            case "\"", "\\": "\\\(scalar)"
            case _ where scalar.value < 0x20 || scalar.value == 0x7F: "?"
            default: "\(scalar)"
            }
        }
        return "\"\(escaped.joined())\""
    }

    private static func comment(_ text: String) -> String {
        String(text.unicodeScalars.map { $0.value < 0x20 || $0.value == 0x7F ? " " : Character($0) })
    }
}
