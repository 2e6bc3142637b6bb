import Foundation
package import Incident
import Yams

extension WatchConfiguration {
    /// Ten thousand services take about 3 MB; what is larger is not a configuration.
    private static let limitBytes = 16 * 1024 * 1024

    /// - Throws: ``LabError`` with `.badInput`: one line `file:line:column: what is wrong` for each thing wrong.
    package static func load(path: String) throws(LabError) -> WatchConfiguration {
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
            throw LabError(
                .badInput, "there is no \(path)",
                hint: "`lab watch init` writes one for the containers that are running.")
        }
        guard !isFolder.boolValue else { throw LabError(.badInput, "\(path) is a folder, not a file") }
        guard let file = FileHandle(forReadingAtPath: path),
            let data = try? file.read(upToCount: limitBytes + 1) ?? Data()
        else { throw LabError(.badInput, "\(path) cannot be read") }
        guard data.count <= limitBytes else {
            throw LabError(.badInput, "\(path) is larger than \(limitBytes / 1024 / 1024) MiB")
        }
        let text = try decode(data, file: path)
        var configuration = try parse(text: text, file: path)
        let folder = (path as NSString).deletingLastPathComponent
        configuration.folder = folder.isEmpty ? "." : folder
        return configuration
    }

    /// - Parameter file: its name in messages.
    package static func parse(
        text: String, file: String = "watchdog.yaml"
    ) throws(LabError) -> WatchConfiguration {
        let problems = Problems(file: file)
        var configuration = WatchConfiguration()
        do {
            if let root = try Yams.compose(yaml: text) {
                configuration = RootReader.read(root, problems: problems)
            } else {
                problems.add("the file is empty; it begins with 'version: 1'", at: .start)
            }
        } catch {
            let (message, place) = YAMLFault.explain(error, in: text)
            problems.add(message, at: place)
        }
        if let error = problems.error { throw error }
        return configuration
    }

    private static func decode(_ data: Data, file: String) throws(LabError) -> String {
        if let text = String(validating: data, as: UTF8.self) {
            return text.unicodeScalars.first == "\u{FEFF}" ? String(text.unicodeScalars.dropFirst()) : text
        }
        var line = 1
        for part in data.split(separator: 0x0A, omittingEmptySubsequences: false) {
            if String(validating: part, as: UTF8.self) == nil { break }
            line += 1
        }
        throw LabError(.badInput, "\(file):\(line):1: this line is not UTF-8")
    }
}
