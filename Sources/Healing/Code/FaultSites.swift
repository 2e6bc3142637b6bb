package import Incident
package import Injector
package import SourceEdit

/// Chooses where a fault acts.
package enum FaultSites {
    /// The sites of a fault, best first; only those at `place` when one is named.
    ///
    /// - Throws: `LabError` with `.noSite` when there is none, naming the nearest ones.
    package static func find(
        _ fault: any Fault, in files: [SourceFile], at place: SourceLocation? = nil
    ) throws -> [FaultSite] {
        let injector = Injector()
        if let place { return [try injector.site(of: fault, in: files, at: place.file, line: place.line)] }
        let sites = injector.sites(of: fault, in: files)
        // Says why there is none.
        return sites.isEmpty ? [try injector.firstSite(of: fault, in: files)] : sites
    }
}
