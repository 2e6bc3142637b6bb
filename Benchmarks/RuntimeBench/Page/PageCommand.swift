import ArgumentParser
import Foundation
import Incident

/// `lab-runtime-bench page`: writes the page of figures from what `docker` and `scale` left.
struct PageCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "page", abstract: "Writes docs/runtime-benchmark.md from the figures of earlier runs.")

    @Option(help: "Where the figures are.")
    var folder = ".lab/bench-runtime"

    @Option(help: "Where the page goes.")
    var output = "docs/runtime-benchmark.md"

    @Flag(help: "Print the figures as JSON as well.")
    var json = false

    private struct Everything: Encodable {
        var docker: DockerFigures?
        var scale: [ScaleFigures]
    }

    func run() throws {
        let names = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
        let scales = try names.filter { $0.hasPrefix("scale-") && $0.hasSuffix(".json") }
            .map { try read(ScaleFigures.self, $0) }
        let docker =
            names.contains(DockerFigures.fileName)
            ? try read(DockerFigures.self, DockerFigures.fileName) : nil
        guard docker != nil || !scales.isEmpty else {
            throw LabError(
                .badInput, "there are no figures in '\(folder)'.", hint: "scripts/bench-runtime makes them.")
        }
        try RuntimePage(docker: docker, scales: scales).text.write(
            toFile: output, atomically: true, encoding: .utf8)
        if json { print(try BenchOutput.json(Everything(docker: docker, scale: scales))) }
        BenchOutput.note("wrote \(output)")
    }

    private func read<Value: Decodable>(_ type: Value.Type, _ name: String) throws -> Value {
        let decoder = JSONDecoder()
        decoder.nonConformingFloatDecodingStrategy = .convertFromString(
            positiveInfinity: "inf", negativeInfinity: "-inf", nan: "nan")
        return try decoder.decode(type, from: Data(contentsOf: URL(fileURLWithPath: "\(folder)/\(name)")))
    }
}
