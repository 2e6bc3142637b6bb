import Foundation
import Incident
import Testing

@testable import Reports

@Suite struct LiveSiteTests {
    /// What a log line, a probe or a name could say to break out of a page.
    static let hostile =
        "</td></table><script>alert('1')</script><img src=x onerror=alert(2)>\"&\u{1B}[31m\u{7}\u{202E}evil\u{0}"

    private func service(_ text: String) -> LiveSite.Service {
        LiveSite.Service(
            name: text, state: text, isReady: nil, image: text, budgetLeft: 1, budgetLimit: 3, holds: [text],
            lastProbe: text, incident: text)
    }

    private func start(_ text: String) -> String {
        LiveSite.start(
            services: [service(text)],
            incidents: [
                .init(
                    id: text, service: text, time: text, verdict: .notHealed, summary: text,
                    isEscalated: false, timeToRecover: nil)
            ],
            news: [.init(time: text, service: text, sentence: text)])
    }

    private func incident(_ text: String) throws -> String {
        var report = try CanonicalJSON.decode(
            IncidentReport.self,
            from: Data(contentsOf: Fixture.run.appendingPathComponent("live/incident_report.json")))
        report.subject = text
        report.data.summary = text
        report.data.runtime?.logTail = [text, "first\nsecond"]
        report.data.runtime?.service = text
        return LiveSite.incident(report)
    }

    private func tags(_ page: String) -> [String] {
        page.matches(of: #/<(\/?[a-zA-Z]+)/#).map { String($0.output.1) }
    }

    @Test func hostile_texts_add_no_element_and_hide_nothing() throws {
        for (hostile, plain) in [
            (start(Self.hostile), start("plain")), (try incident(Self.hostile), try incident("plain")),
        ] {
            // Places where a line may break are elements of our own.
            #expect(tags(hostile).filter { $0 != "wbr" } == tags(plain).filter { $0 != "wbr" })
            #expect(hostile.contains("&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt;"))
            #expect(hostile.contains("⟨ESC⟩") && hostile.contains("⟨U+202E⟩") && hostile.contains("⟨NUL⟩"))
            #expect(!hostile.unicodeScalars.contains { Visible.text(String($0)) != String($0) && $0 != "\n" })
        }
    }

    @Test func a_line_of_a_megabyte_is_cut_with_a_word_about_the_rest() throws {
        let line = String(repeating: "x", count: 1 << 20)
        for page in [start(line), try incident(line)] {
            #expect(page.utf8.count < 100_000)
            #expect(page.contains("bytes left out …]"))
        }
    }

    @Test func nothing_is_inline_and_nothing_comes_from_elsewhere() throws {
        for page in [start("web"), try incident("web")] {
            #expect(page.contains("<link rel=\"stylesheet\" href=\"/assets/style.css\">"))
            #expect(page.contains("<script src=\"/assets/live.js\" defer></script>"))
            #expect(!page.contains("<style"))
            #expect(!page.contains("<script>"))
            #expect(!page.contains(" style=\""))
            #expect(!page.contains("http://") && !page.contains("https://"))
            #expect(!page.contains("Content-Security-Policy"))
        }
        #expect(LiveSite.assets.map(\.name) == ["style.css", "live.js"])
        #expect(!LiveSite.policy.contains("unsafe") && LiveSite.policy.contains("frame-ancestors 'none'"))
    }

    @Test func a_start_page_says_how_it_is_without_script() {
        let services = [
            LiveSite.Service(
                name: "web", state: "rolling_back", isReady: false, image: "shop:2", budgetLeft: 2,
                budgetLimit: 3, holds: [], lastProbe: "status 503", incident: "0f3a9c1e2b4d5f60"),
            LiveSite.Service(
                name: "db", state: "escalated", isReady: nil, image: nil, budgetLeft: 0, budgetLimit: 3,
                holds: ["maintenance"], lastProbe: nil, incident: nil),
        ]
        let page = LiveSite.start(
            services: services,
            incidents: [
                .init(
                    id: "a/../b", service: "web", time: "2026-11-21T10:39:44.123Z", verdict: .healed,
                    summary: "healed", isEscalated: false, timeToRecover: 19073)
            ], news: [])
        #expect(page.contains("2 services watched, 1 incident open, 1 service in need of a person."))
        #expect(page.contains("rolling back"))
        #expect(page.contains("held: maintenance"))
        #expect(page.contains("href=\"/incidents/a%2F%2E%2E%2Fb\""))
        #expect(page.contains("2026-11-21 10:39:44 UTC"))
        #expect(page.contains("19.07 s"))
        #expect(page.contains("<noscript><meta http-equiv=\"refresh\" content=\"5\"></noscript>"))
        #expect(page.contains("Nothing has happened since the watch began."))
    }

    @Test func an_incident_leads_back_to_the_start_and_to_its_report() throws {
        let page = try incident("web")
        #expect(page.contains("<a href=\"/\">"))
        #expect(page.contains("/report.json\">the report as JSON</a>"))
        #expect(!page.contains("does not hold up"))
        #expect(!page.contains("http-equiv=\"refresh\""))
    }
}
