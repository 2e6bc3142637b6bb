import Foundation

/// The last lines of a log that is turned over into `log.1`.
enum LogTail {
    /// Read from the end of each part; longer tails are cut.
    static let limitBytes = 1 << 20
    static let lineLimitCharacters = 8192

    static func lines(_ count: Int, in directory: ContainerDirectory) -> [String] {
        guard count > 0 else { return [] }
        let parts = [directory.path + "/log.1", directory.path + "/log"].map(tail)
        let text = String(decoding: parts[0] + parts[1], as: UTF8.self)
        return text.split(separator: "\n", omittingEmptySubsequences: false).dropLastEmpty().suffix(count)
            .map { String($0.prefix(lineLimitCharacters)) }
    }

    private static func tail(_ path: String) -> Data {
        guard let file = FileHandle(forReadingAtPath: path) else { return Data() }
        defer { try? file.close() }
        let size = (try? file.seekToEnd()) ?? 0
        try? file.seek(toOffset: size > UInt64(limitBytes) ? size - UInt64(limitBytes) : 0)
        return (try? file.readToEnd()) ?? Data()
    }
}

extension Array where Element == Substring {
    fileprivate func dropLastEmpty() -> ArraySlice<Substring> {
        last?.isEmpty == true ? dropLast() : self[...]
    }
}
