/// A tar archive (USTAR) made in memory, as an engine takes for a build or an import.
package struct TarArchive: Sendable {
    package private(set) var bytes: [UInt8] = []

    package init() {}

    /// Adds a file. Names are at most 100 bytes; dates and owners are zero, so that equal contents have equal bytes.
    package mutating func add(_ name: String, _ content: [UInt8], isExecutable: Bool = false) {
        precondition(name.utf8.count <= 100, "name too long for a simple tar entry: \(name)")
        var header = [UInt8](repeating: 0, count: 512)
        func put(_ text: String, at offset: Int) {
            header.replaceSubrange(offset..<(offset + text.utf8.count), with: text.utf8)
        }
        func octal(_ number: Int, digits: Int) -> String {
            let text = String(number, radix: 8)
            return String(repeating: "0", count: max(0, digits - text.count)) + text
        }
        put(name, at: 0)
        put(octal(isExecutable ? 0o755 : 0o644, digits: 7), at: 100)
        put(octal(0, digits: 7), at: 108)
        put(octal(0, digits: 7), at: 116)
        put(octal(content.count, digits: 11), at: 124)
        put(octal(0, digits: 11), at: 136)
        put("        ", at: 148)
        put("0", at: 156)
        put("ustar", at: 257)
        put("00", at: 263)
        put(octal(header.reduce(0) { $0 + Int($1) }, digits: 6), at: 148)
        header[154] = 0
        bytes += header
        bytes += content
        bytes += [UInt8](repeating: 0, count: (512 - content.count % 512) % 512)
    }

    /// With the two empty blocks that end an archive.
    package var finished: [UInt8] { bytes + [UInt8](repeating: 0, count: 1024) }
}
