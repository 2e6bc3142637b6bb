import Incident
package import SourceEdit

/// Finds where faults can act in a patient.
package struct Injector {
    package init() {}

    /// The fault with this id or alias.
    ///
    /// - Throws: `LabError` with `.usage`, which suggests the nearest name.
    package func fault(named name: String) throws -> any Fault {
        if let fault = FaultCatalogue.find(name) { return fault }
        let hint = FaultCatalogue.nearest(to: name).map { "Did you mean '\($0)'?" }
        throw LabError(
            .usage, "There is no fault named '\(name)'.",
            hint: hint ?? "The faults are: \(FaultCatalogue.all.map(\.id).joined(separator: ", ")).")
    }

    /// Every site of all files, the most natural first, then by path and line; empty when there is none.
    package func sites(of fault: any Fault, in files: [SourceFile]) -> [FaultSite] {
        let files = files.sorted { $0.path < $1.path }
        guard let ranked = fault as? any RankedFault else { return files.flatMap(fault.sites) }
        let lists = files.map { ranked.candidates(in: $0).ordered() }
        let all = lists.enumerated().flatMap { file, list in
            list.enumerated().map { (file, $0.offset, $0.element) }
        }
        return all.sorted { ($0.2.rank, $0.0, $0.1) < ($1.2.rank, $1.0, $1.1) }.map(\.2.site)
    }

    /// The most natural site.
    ///
    /// - Throws: `LabError` with `.noSite` when the fault finds no place to act.
    package func firstSite(of fault: any Fault, in files: [SourceFile]) throws -> FaultSite {
        guard let site = sites(of: fault, in: files).first else { throw noSite(fault, files) }
        return site
    }

    /// The site that changes a given line.
    ///
    /// - Parameter file: Relative to the package root, or the last components of such a path.
    /// - Throws: `LabError` with `.noSite`; its hint lists the sites nearby.
    package func site(of fault: any Fault, in files: [SourceFile], at file: String, line: Int) throws
        -> FaultSite
    {
        let all = sites(of: fault, in: files)
        guard !all.isEmpty else { throw noSite(fault, files) }
        let here = all.filter { $0.file == file || $0.file.hasSuffix("/" + file) }
        if let site = here.first(where: { $0.line == line }) { return site }
        let nearest = here.sorted { (abs($0.line - line), $0.line) < (abs($1.line - line), $1.line) }
        let shown = (nearest.isEmpty ? all : nearest).prefix(5).map {
            "  \($0.file):\($0.line)  \($0.summary)"
        }
        throw LabError(
            .noSite, "\(fault.id) finds no place to act at \(file):\(line).",
            hint: "Sites nearby:\n" + shown.joined(separator: "\n"))
    }

    private func noSite(_ fault: any Fault, _ files: [SourceFile]) -> LabError {
        let count = files.count == 1 ? "the one source file" : "the \(files.count) source files"
        return LabError(
            .noSite, "\(fault.id) finds no place to act in \(count) of this package.",
            hint: "Another fault may: list the sites of all of them.")
    }
}
