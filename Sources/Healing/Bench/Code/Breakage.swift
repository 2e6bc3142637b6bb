import Healing
import Incident
import Injector
import SourceEdit
import Workspace

/// A package as it is handed to a healer.
struct Breakage {
    /// Of the oracle's workspace.
    var commit: String
    /// Nil for a control.
    var site: FaultSite?
    /// One line: what was done and where.
    var detail: String
}

/// Breaks packages in the oracle's workspace.
struct Breaker {
    /// After so many sites whose change no test notices, the fault does not apply.
    private static let siteLimit = 12

    let workspace: Workspace
    let package: String
    let limits: TestLimits

    /// Puts the fault where the tests notice it.
    ///
    /// - Parameter order: of the sites, most natural first.
    /// - Throws: `LabError` with `.noSite` when it finds no place to act, or none that a test notices.
    func inject(_ fault: any Fault, order: ([FaultSite]) -> [FaultSite]) async throws -> Breakage {
        let sites = try await InjectionRun(workspace: workspace).sites(of: fault, in: package)
        guard let baseline = await workspace.head else {
            throw LabError(.software, "The package was not loaded.")
        }
        guard !sites.isEmpty else { throw LabError(.noSite, "\(fault.id) finds no place to act.") }
        for site in order(sites).prefix(Self.siteLimit) {
            try await workspace.checkout(baseline)
            guard let text = site.edit.edits.applied(to: try await workspace.read(site.file)) else {
                continue
            }
            try await workspace.write(files: [site.file: text])
            let commit = try await workspace.commit(message: "broken", step: 1)
            let isBuilt = try await workspace.build().succeeded
            // What does not compile is another fault than the one asked for.
            if !isBuilt, fault.failureClass != .buildError { continue }
            if isBuilt, try await workspace.test(.all, limits: limits).succeeded { continue }
            return Breakage(
                commit: commit, site: site, detail: "\(site.file):\(site.line): \(site.summary)")
        }
        throw LabError(
            .noSite,
            "\(fault.id) has \(sites.count) sites, and the tests notice none of the first \(Self.siteLimit)."
        )
    }

    func arrange(_ control: CodeControl) async throws -> Breakage {
        let baseline = try await workspace.load(patient: package)
        switch control {
        case .healthyPackage: return Breakage(commit: baseline, detail: "the package as it is")
        case .missingEnvironment:
            let description = try await workspace.describePackage()
            guard let folder = description.targets.first(where: { $0.kind == "test" })?.path else {
                throw LabError(.noSite, "The package has no test target to add a test to.")
            }
            let path = folder + "/" + CodeControl.file
            try await workspace.write(files: [path: CodeControl.test])
            let commit = try await workspace.commit(message: "control", step: 1)
            return Breakage(commit: commit, detail: "\(path) needs STAGING_ADDRESS")
        }
    }
}
