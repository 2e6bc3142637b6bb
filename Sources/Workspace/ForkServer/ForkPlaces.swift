import Foundation

/// The first frame to a fork server: what its children may use, and where.
struct ForkPlaces {
    let setup: ForkSetup
    /// The server's own directory.
    let directory: String
    let copy: ForkCopy?

    var frame: ForkFrame {
        let limits = setup.limits
        let roots = copy == nil ? self.roots : []
        let fresh = copy == nil ? self.fresh(below: roots) : []
        return ForkFrame(
            numbers: [
                copy == nil ? 1 : 0, Int64(limits.addressSpaceBytes), Int64(limits.memoryBytes),
                max(1, limits.cpu.components.seconds), Int64(limits.fileBytes), Int64(limits.openFiles),
                Int64(limits.processes), Int64(limits.diskBytes), Int64(limits.files), Int64(roots.count),
                Int64(fresh.count),
            ],
            strings: [directory, copy?.tree ?? setup.tree] + roots + fresh)
    }

    /// What stays as it is while children change it for themselves: the package, its build, the home directory and
    /// those for temporary files.
    private var roots: [String] {
        let wanted = [setup.tree] + setup.directories + ["/tmp", "/var/tmp"]
        let own = [environment["TMPDIR"], environment["HOME"]].compactMap(\.self)
        return directories(wanted + own).filter { !Self.emptied.contains($0) }
    }

    /// What begins empty: shared memory, and the sockets of the machine's services.
    private func fresh(below roots: [String]) -> [String] {
        directories(Self.emptied).filter { !roots.contains($0) }
    }

    private static let emptied = ["/dev/shm", "/run"]

    /// Real paths of those that are directories, each once.
    private func directories(_ paths: [String]) -> [String] {
        var seen: Set<String> = []
        return paths.compactMap(Files.realPath).filter { path in
            path != "/" && Files.kind(of: path) == .directory && seen.insert(path).inserted
        }
    }

    private var environment: [String: String] {
        CleanEnvironment.variables().merging(setup.environment) { $1 }
    }
}
