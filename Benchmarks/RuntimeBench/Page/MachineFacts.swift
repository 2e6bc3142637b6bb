import Foundation

/// What the figures were taken on.
enum MachineFacts {
    static var text: String {
        let process = ProcessInfo.processInfo
        let memory = process.physicalMemory >> 30
        return "\(process.activeProcessorCount) cores (\(processor)), \(memory) GiB, \(system)"
    }

    /// What else the machine was busy with: a quiet one has about 1 from the bench itself.
    static var load: String {
        let words = read("/proc/loadavg").split(separator: " ")
        guard words.count > 2 else { return "" }
        return "Load average of the last 15 minutes: \(words[2]), of which the bench is about 1.\n"
    }

    private static var processor: String {
        let lines = read("/proc/cpuinfo").split(separator: "\n")
        let line = lines.first { $0.hasPrefix("model name") } ?? ""
        let name = line.split(separator: ":", maxSplits: 1).last.map {
            $0.trimmingCharacters(in: .whitespaces)
        }
        return name ?? "unknown processor"
    }

    private static var system: String {
        let kernel = read("/proc/sys/kernel/osrelease").trimmingCharacters(in: .whitespacesAndNewlines)
        let release = read("/etc/os-release").split(separator: "\n").first { $0.hasPrefix("PRETTY_NAME=") }
        let name = release?.split(separator: "=").last.map { $0.replacing("\"", with: "") } ?? ""
        return kernel.isEmpty
            ? ProcessInfo.processInfo.operatingSystemVersionString : "\(name), Linux \(kernel)"
    }

    private static func read(_ path: String) -> String {
        (try? String(contentsOfFile: path, encoding: .utf8)) ?? ""
    }
}
