import Foundation
import Incident
import SourceEdit
import SwiftSyntax
import Testing

@testable import Injector

/// The faults on the sample service's own logic.
struct SamplePatientTests {
    /// Parsed once for all faults.
    private static let files: Result<[SourceFile], any Error> = Result {
        let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appending(path: "Sources/LabApp/Logic")
        let all = try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
        return try all.filter { $0.pathExtension == "swift" }.map {
            SourceFile(
                path: "Logic/" + $0.lastPathComponent, text: try String(contentsOf: $0, encoding: .utf8))
        }
    }

    @Test(arguments: FaultCatalogue.all.map(\.id))
    func every_fault_finds_sites_whose_edits_still_parse(_ id: String) throws {
        let fault = try #require(FaultCatalogue.find(id))
        let files = try Self.files.get()
        let sites = Injector().sites(of: fault, in: files)
        #expect(!sites.isEmpty)
        #expect(Set(sites.map(\.edit)).count == sites.count, "no edit is offered twice")
        for (position, site) in sites.enumerated() {
            let file = try #require(files.first { $0.path == site.file })
            let text = try #require(site.edit.edits.applied(to: file.text))
            #expect(text != file.text)
            let lineCount = text.utf8.count { $0 == UInt8(ascii: "\n") } + 1
            #expect(site.symptom.upperBound <= lineCount)
            if fault.failureClass != .buildError, position % 8 == 0 {
                #expect(!SourceFile(path: site.file, text: text).tree.hasError, "\(site.file):\(site.line)")
            }
        }
    }
}
