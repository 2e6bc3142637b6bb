import Incident

/// Rebuilds the surroundings of a patient out of links, so that the relative paths in its manifest hold in the copy.
///
///     /home/me/Shared/Log          <siblings>/Shared/Log -> /home/me/Shared/Log
///     /home/me/Apps/Shop           <siblings>/Apps/Shop        the copy
struct NeighbourMirror {
    /// Real path of the patient.
    let patient: String
    /// Real paths of the packages it needs, none of them inside it.
    let neighbours: [String]
    let directory: String

    /// Makes the links and returns where the copy belongs. What was in the copy's place stays.
    func arrange() throws -> String {
        let patientSteps = patient.split(separator: "/").map(String.init)
        let others = neighbours.map { $0.split(separator: "/").map(String.init) }
        var shared = patientSteps.count - 1
        for steps in others {
            // A neighbour that holds the patient becomes a directory of its own, so the start lies above it.
            let limit = min(shared, steps.count - 1)
            shared = zip(patientSteps.prefix(limit), steps).prefix { $0 == $1 }.count
        }
        let origin = "/" + patientSteps.prefix(shared).joined(separator: "/")
        let way = patientSteps.dropFirst(shared).joined(separator: "/")
        let keep = Set(RelativePath.parents(of: way) + [way])
        try Files.makeDirectory(directory)
        try clear("", keeping: keep)
        try Files.makeParents(of: way, in: directory)
        for neighbour in neighbours {
            guard let path = RelativePath.below(origin, neighbour) else { continue }
            try link(path, to: neighbour, keeping: keep)
        }
        return directory + "/" + way
    }

    private func link(_ path: String, to original: String, keeping keep: Set<String>) throws {
        guard keep.contains(path) else {
            try Files.makeParents(of: path, in: directory)
            let place = directory + "/" + path
            // Inside another neighbour, and so there already.
            if Files.kind(of: place) == nil { try Files.link(place, to: original) }
            return
        }
        // It holds the patient: everything in it is linked, except the way to the copy.
        for name in try Files.names(in: original) where ![".git", ".build", ".swiftpm"].contains(name) {
            let below = path + "/" + name
            if !keep.contains(below) { try Files.link(directory + "/" + below, to: original + "/" + name) }
        }
    }

    /// Removes what an earlier patient needed, except the copy and the way to it.
    private func clear(_ path: String, keeping keep: Set<String>) throws {
        let here = path.isEmpty ? directory : directory + "/" + path
        for name in try Files.names(in: here) {
            let below = path.isEmpty ? name : path + "/" + name
            if !keep.contains(below) {
                try Files.remove(directory + "/" + below)
            } else if keep.contains(where: { $0.hasPrefix(below + "/") }),
                Files.kind(of: directory + "/" + below) == .directory
            {
                try clear(below, keeping: keep)
            }
        }
    }
}
