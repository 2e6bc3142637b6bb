import Foundation
import SourceEdit
import SwiftSyntax
import Testing

@testable import Injector

/// The faults on the sample service's own logic.
struct SamplePatientTests {
    private let files: [SourceFile]

    init() throws {
        let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appending(path: "Sources/LabApp/Logic")
        let all = try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
        files = try all.filter { $0.pathExtension == "swift" }.map {
            SourceFile(
                path: "Logic/" + $0.lastPathComponent, text: try String(contentsOf: $0, encoding: .utf8))
        }
    }

    @Test(arguments: FaultCatalogue.all.map(\.id))
    func every_fault_finds_sites_whose_edits_still_parse(_ id: String) throws {
        let fault = try #require(FaultCatalogue.find(id))
        let sites = Injector().sites(of: fault, in: files)
        #expect(!sites.isEmpty)
        for site in sites {
            let file = try #require(files.first { $0.path == site.file })
            let text = try #require(site.edit.edits.applied(to: file.text))
            #expect(text != file.text)
            #expect(
                site.symptom.upperBound <= text.split(separator: "\n", omittingEmptySubsequences: false).count
            )
            if fault.failureClass != .buildError {
                #expect(!SourceFile(path: site.file, text: text).tree.hasError, "\(site.file):\(site.line)")
            }
        }
    }

    @Test(arguments: FaultCatalogue.all.map(\.id))
    func no_edit_is_offered_twice(_ id: String) throws {
        let fault = try #require(FaultCatalogue.find(id))
        let edits = Injector().sites(of: fault, in: files).map(\.edit)
        #expect(Set(edits).count == edits.count)
    }
}
