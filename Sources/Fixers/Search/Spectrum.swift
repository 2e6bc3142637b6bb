/// Which places each test reached: the ground of spectrum-based fault localisation.
package struct Spectrum: Sendable {
    /// One test by itself.
    package struct Run: Sendable {
        package var failed: Bool
        /// Probes that it reached, up to its crash or its time-out.
        package var hits: Set<Int32>

        package init(failed: Bool, hits: Set<Int32>) {
            self.failed = failed
            self.hits = hits
        }
    }

    private var failed: [Int32: Int] = [:]
    private var passed: [Int32: Int] = [:]
    private var failures = 0

    package init(_ runs: [Run]) {
        for run in runs {
            if run.failed { failures += 1 }
            for probe in run.hits {
                if run.failed { failed[probe, default: 0] += 1 } else { passed[probe, default: 0] += 1 }
            }
        }
    }

    /// From 0 to 1: failed(s) / √(all failed · (failed(s) + passed(s))). Source: Abreu, Zoeteweij and van Gemund, "An
    /// evaluation of similarity coefficients for software fault localization", 2006.
    package func ochiai(_ probe: Int32) -> Double {
        guard let own = failed[probe], own > 0, failures > 0 else { return 0 }
        let all = Double(failures) * Double(own + (passed[probe] ?? 0))
        return Double(own) / all.squareRoot()
    }
}
