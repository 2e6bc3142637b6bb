import Fixers
import Incident
package import Injector
package import SourceEdit
package import Workspace

/// Puts a fault into a private copy of a package.
package struct InjectionRun {
    package struct Result: Sendable {
        package var site: FaultSite
        /// From the package as it came to the broken one.
        package var diff: String
        /// The broken file.
        package var text: String
    }

    private let workspace: Workspace

    package init(workspace: Workspace) { self.workspace = workspace }

    /// - Throws: `LabError` with `.noSite` when the fault finds no place to act.
    package func inject(
        _ request: FaultRequest, into patient: String, pathPrefix: String
    ) async throws -> Result {
        let baseline = try await workspace.load(patient: patient)
        let reader = PatientReader(workspace: workspace, description: try await workspace.describePackage())
        let sources = try await reader.sources(sparingHelpers: false).sources
        let sites = try FaultSites.find(request.fault, in: sources, at: request.place)
        guard let site = sites.first, let file = sources.first(where: { $0.path == site.file }),
            let text = site.edit.edits.applied(to: file.text)
        else { throw LabError(.software, "The fault's edit does not fit its file.") }
        try await workspace.write(files: [site.file: text])
        let broken = try await workspace.commit(message: "injected", step: 1)
        let diff = try await workspace.diff(from: baseline, to: broken, pathPrefix: pathPrefix)
        return Result(site: site, diff: diff, text: text)
    }

    /// Every site of a fault, best first; empty when there is none. The workspace then holds the package as it came.
    package func sites(of fault: any Fault, in patient: String) async throws -> [FaultSite] {
        try await sites(of: [fault], in: patient)[0]
    }

    /// Those of several faults, in their order; the package is read once.
    package func sites(of faults: [any Fault], in patient: String) async throws -> [[FaultSite]] {
        let sources = try await sources(of: patient)
        return faults.map { Injector().sites(of: $0, in: sources) }
    }

    /// The files in which faults may act. The workspace then holds the package as it came.
    package func sources(of patient: String) async throws -> [SourceFile] {
        try await workspace.load(patient: patient)
        let reader = PatientReader(workspace: workspace, description: try await workspace.describePackage())
        return try await reader.sources(sparingHelpers: false).sources
    }
}
