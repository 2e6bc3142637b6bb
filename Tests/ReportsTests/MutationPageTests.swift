import Foundation
import Incident
import Testing

@testable import Reports

@Suite struct MutationPageTests {
    private func page() throws -> [XMLReader.Element] {
        try PageReader.read(MutationPage.text(of: try Fixture.record()))
    }

    @Test func every_element_of_it_is_ours() throws {
        let elements = try page()
        #expect(elements.count { $0.name == "script" } == 1)
        #expect(elements.count { $0.name == "style" } == 1)
        #expect(!elements.contains { ["img", "b", "i", "iframe", "object"].contains($0.name) })
        for element in elements {
            #expect(!element.attributes.keys.contains { $0.hasPrefix("on") || $0 == "style" })
            for name in ["href", "src"] {
                if let link = element.attributes[name] { #expect(link.hasPrefix("#")) }
            }
        }
    }

    @Test func each_mutant_can_be_linked_to_once() throws {
        let ids = try page().compactMap { $0.attributes["id"] }
        #expect(Set(ids).count == ids.count)
        for mutant in try Fixture.record().mutants { #expect(ids.contains("m-" + mutant.id)) }
    }

    @Test func a_link_within_the_page_leads_somewhere() throws {
        let elements = try page()
        let ids = Set(elements.compactMap { $0.attributes["id"] })
        for link in elements.compactMap({ $0.attributes["href"] }) {
            #expect(ids.contains(String(link.dropFirst())), "\(link)")
        }
    }

    @Test func it_has_landmarks_headings_and_headed_columns() throws {
        let elements = try page()
        for name in ["header", "nav", "main", "footer", "h1"] {
            #expect(elements.contains { $0.name == name })
        }
        #expect(elements.count { $0.name == "h1" } == 1)
        #expect(elements.first { $0.name == "html" }?.attributes["lang"] == "en")
        #expect(elements.filter { $0.name == "th" }.allSatisfy { $0.attributes["scope"] != nil })
    }

    /// The policy lets in this style and this script and nothing else.
    @Test func the_policy_names_the_digests_of_style_and_script() throws {
        let elements = try page()
        let policy = try #require(
            elements.first { $0.attributes["http-equiv"] == "Content-Security-Policy" }?.attributes["content"]
        )
        #expect(policy.hasPrefix("default-src 'none'; "))
        #expect(!policy.contains("unsafe"))
        for name in ["style", "script"] {
            let text = try #require(elements.first { $0.name == name }).text
            #expect(policy.contains("\(name)-src 'sha256-\(Digest.sha256Base64(Data(text.utf8)))'"))
        }
    }

    @Test func a_page_with_a_line_of_a_megabyte_stays_small() throws {
        #expect(MutationPage.text(of: try Fixture.record()).utf8.count < 400_000)
    }
}
