import Foundation
import Incident

/// The lab's own checkout.
enum Repository {
    /// The checkout around the working directory or the executable that holds the sample service.
    static func root() throws -> String {
        let starts = [
            URL(fileURLWithPath: FileManager.default.currentDirectoryPath),
            Bundle.main.executableURL?.resolvingSymlinksInPath().deletingLastPathComponent(),
        ].compactMap { $0 }
        for start in starts {
            var folder = start.standardizedFileURL
            while folder.path != "/" {
                let sample = folder.appendingPathComponent("Sources/LabApp/Package.swift").path
                if FileManager.default.fileExists(atPath: sample) { return folder.path }
                folder.deleteLastPathComponent()
            }
        }
        throw LabError(
            .badInput, "the sample service Sources/LabApp is not here.",
            hint: "Run the demo inside of a checkout of the lab, or name another package with --package.")
    }
}
