package import Foundation

extension CrashReport {
    /// Reads the JSON report that `SWIFT_BACKTRACE=format=json` writes; nil for anything else or a torn file.
    package init?(json data: Data) {
        guard let report = try? JSONDecoder().decode(Report.self, from: data) else { return nil }
        guard let thread = report.threads.first(where: { $0.crashed == true }) ?? report.threads.first else {
            return nil
        }
        self.init(
            description: report.description,
            frames: thread.frames.compactMap { frame in
                guard var name = frame.description ?? frame.symbol else { return nil }
                if let offset = name.range(of: " + ", options: .backwards) {
                    name = String(name[..<offset.lowerBound])
                }
                let location = frame.sourceLocation
                let isGenerated = location?.file.hasSuffix("<compiler-generated>") ?? true
                return Frame(
                    function: name,
                    file: isGenerated ? nil : location?.file,
                    line: location?.line ?? 0,
                    column: location?.column ?? 0,
                    image: frame.image)
            })
    }

    private struct Report: Decodable {
        struct Thread: Decodable {
            var crashed: Bool?
            var frames: [Frame]
        }
        struct Frame: Decodable {
            struct Location: Decodable {
                var file: String
                var line: Int
                var column: Int
            }
            var symbol: String?
            var description: String?
            var image: String?
            var sourceLocation: Location?
        }
        var description: String
        var threads: [Thread]
    }
}
