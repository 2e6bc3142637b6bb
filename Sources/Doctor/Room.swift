/// Sizes for people.
enum Room {
    /// "5.2 GiB (5583457484 bytes)", rounded down: never more than there is.
    static func text(_ bytes: Int64) -> String {
        let units: [(name: String, size: Int64)] = [("GiB", 1 << 30), ("MiB", 1 << 20), ("KiB", 1 << 10)]
        guard let unit = units.first(where: { bytes >= $0.size }) else { return "\(bytes) bytes" }
        let tenths = bytes / unit.size * 10 + bytes % unit.size * 10 / unit.size
        return "\(tenths / 10).\(tenths % 10) \(unit.name) (\(bytes) bytes)"
    }
}
