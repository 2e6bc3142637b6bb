/// The page of figures.
struct RuntimePage {
    private let docker: DockerFigures?
    private let scales: [ScaleFigures]

    init(docker: DockerFigures?, scales: [ScaleFigures]) {
        self.docker = docker
        self.scales = scales
    }

    var text: String {
        var parts = [
            """
            # Runtime healing, measured

            Written by `make bench-runtime` on \(MachineFacts.text).
            \(MachineFacts.load)Seconds are of one machine; the ratios carry over.
            """
        ]
        if let docker { parts += healing(docker) }
        if !scales.isEmpty { parts += watching }
        parts.append(commands)
        return parts.joined(separator: "\n\n") + "\n"
    }

    private func healing(_ figures: DockerFigures) -> [String] {
        let interval = ScalePage.brief(figures.interval)
        var parts = [
            """
            ## Healing on Docker

            \(figures.engine); the sample service `FROM scratch` on the host's network, looked at every \(interval) s,
            failed after \(figures.failureThreshold) looks, healed after \(figures.successThreshold). The watchdog is \
            that of `lab watch`: station, HTTP probe, SQLite journal,
            Docker engine. Medians of \(figures.repeats); the faults fall evenly over the \(interval) s between two looks. A \
            heal's aim is its own detection
            plus 1.5 times the floor of the same run plus \(figures.successThreshold) looks at their interval.
            """,
            DockerPage(figures).text,
        ]
        parts.append(
            """
            How to read it:

            - Detection is mostly waiting: \(figures.failureThreshold) looks at \(interval) s apart take \
            \(ScalePage.brief(Double(figures.failureThreshold - 1) * figures.interval)) to \
            \(ScalePage.brief(Double(figures.failureThreshold) * figures.interval)) s. The aim is held against the slowest run.
            - "Incident open" is in the journal, on the disk. "Verified" is the watchdog's word after \
            \(figures.successThreshold) passed looks; the service
              answers before that.
            - The floor knows where it is going. The watchdog reads the engine's truth before and after each call, writes its
              intent to the disk first, and for a rollback also moves the tag and compares both containers.
            - The sample service takes half a second to stop; that is most of each floor, so "more" says more than the ratio.
            - The rollback is measured without the restart that the default ladder tries before it.
            - monit 5 has a control file of its own, a cycle of 1 s and "for \(figures.failureThreshold) cycles then restart"; it looks at
              the process id and at the answer, and starts and stops the container through the same engine by `curl`. It asks
              nothing of a service in the time that its start may take; that was set to 1 s, the least. "Acts" is its first
              command begun, or the lab's incident open. It knows neither images nor the engine's events, and keeps no journal.
            """)
        return parts
    }

    private var watching: [String] {
        [
            """
            ## Watching many services

            One watchdog process over services of another process on the same \
            machine, each at an address of its own,
            one HTTP probe each; SQLite journal; a stub engine that answers at once. The aims are 25 % of one core and 100 MB
            for 1,000 services every second; the rest is measured without an aim. Steady: each image is promoted, then \
            \(ScalePage.brief((scales.first?.window ?? 0).rounded())) s.
            """,
            ScalePage(scales).text,
            """
            How to read it:

            - Lateness is from when a look was due to when it began; what the probe's own event loop adds is in "a look takes".
            - The start takes longest: each service makes two durable entries in the journal, its container and its promotion,
              each an `fsync` of its own, one after the other. An incident that opens meanwhile waits in that line.
            - Not in it: the engine's own answers (each service is looked up at least every 30 s), and the pages, metrics and
              notifications of `lab watch`.
            """,
        ]
    }

    private var commands: String {
        """
        ## Taken with

            scripts/bench-runtime

        which is, with a private engine and the sample service's image:

            swift build -c release --product lab-runtime-bench
            lab-runtime-bench docker --repeats \(docker?.repeats ?? 5)
        \(scales.map(command).joined(separator: "\n"))
            lab-runtime-bench page
        """
    }

    private func command(_ run: ScaleFigures) -> String {
        "    lab-runtime-bench scale --services \(run.services) --interval \(ScalePage.brief(run.interval)) "
            + "--window \(ScalePage.brief(run.window.rounded()))"
    }
}
