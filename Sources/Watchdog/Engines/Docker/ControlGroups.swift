/// What `/proc/<pid>/cgroup` says of where a process belongs.
enum ControlGroups {
    /// Whether a process in these groups is one of the container's own, and not one that looks after it.
    ///
    /// Engines name a group after the container: `/docker/<id>`, `docker-<id>.scope`, `libpod-<id>.scope/container`;
    /// Podman's monitor is in `libpod-conmon-<id>.scope`.
    static func hold(_ text: String, container id: String) -> Bool {
        // A full id is the least to go by: what is shorter may be part of another's.
        guard id.count == 64 else { return false }
        return text.split(whereSeparator: { "/\n".contains($0) }).contains { part in
            part.contains(id) && !part.contains("conmon")
        }
    }
}
