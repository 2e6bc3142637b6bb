import Foundation
import Incident

extension Workspace {
    /// The lock file of SwiftPM: the copy keeps what the patient has, and what a build made.
    static let resolvedFile = "Package.resolved"

    /// Makes the copy equal to the patient's files as they are now, and commits them as the baseline.
    ///
    /// Files whose bytes are the same are left alone, so that builds stay incremental, also over what a killed run left.
    /// The same files give the same commit id on every machine. Throws `LabError` with code `badInput` for a path that
    /// is no directory, a file that cannot be read, and a symbolic link out of the package.
    @discardableResult
    package func load(patient: String) async throws -> String {
        guard let root = Files.realPath(patient), Files.kind(of: root) == .directory else {
            throw LabError(.badInput, "'\(patient)' is not a directory.")
        }
        guard RelativePath.below(directory, root) == nil else {
            throw LabError(.badInput, "'\(patient)' lies inside the workspace '\(directory)'.")
        }
        let files = try PatientScanner(root: root, workspace: directory, scratch: runs + "/ignore.git")
            .files()
        try Task.checkCancellation()
        store = nil
        head = nil
        pending = [:]
        descriptions = [:]
        listings = nil
        try await place(patientAt: root, manifests: files.filter { $0.isManifest })
        let made = try GitStore(createAt: tree)
        try sweep(keeping: Set(files.map(\.path)))
        var entries: [String: GitStore.Entry] = [:]
        for file in files {
            try Task.checkCancellation()
            let entry: GitStore.Entry
            switch file.content {
            case .link(let target):
                try place(file.content, bytes: [], at: file.path)
                entry = GitStore.Entry(blob: try made.store(Array(target.utf8)), mode: .link)
            case .regular(let isExecutable):
                let bytes = try Files.read(file.source)
                try place(file.content, bytes: bytes, at: file.path)
                entry = GitStore.Entry(
                    blob: try made.store(bytes), mode: isExecutable ? .executable : .regular)
            }
            if file.isTracked { entries[file.path] = entry }
        }
        let id = try made.commit(entries, message: "baseline", step: 0, parent: nil)
        store = made
        head = id
        tracked = entries
        return id
    }

    /// Chooses where the copy lies: beside links to its neighbours when its manifest needs packages outside of it.
    private func place(patientAt root: String, manifests: [PatientFile]) async throws {
        let mayLeave = try manifests.contains { manifest in
            NeighbourFinder.mayNeedNeighbours(
                String(decoding: try Files.read(manifest.source), as: UTF8.self))
        }
        let siblings = directory + "/siblings"
        let neighbours = mayLeave ? try await NeighbourFinder(workspace: self).neighbours(of: root) : []
        if neighbours.isEmpty {
            try Files.remove(siblings)
            tree = directory + "/tree"
        } else {
            try Files.remove(directory + "/tree")
            tree = try NeighbourMirror(patient: root, neighbours: neighbours, directory: siblings).arrange()
        }
        try Files.makeDirectory(tree)
    }
}

extension PatientFile {
    /// `Package.swift` or `Package@swift-6.0.swift`, at the root.
    var isManifest: Bool { path.hasPrefix("Package") && path.hasSuffix(".swift") && !path.contains("/") }
}
