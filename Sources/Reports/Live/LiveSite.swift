package import Foundation
package import Incident

/// The pages of a watch that runs: the same as those of a site, but for style and script, which are files of the server.
package enum LiveSite {
    /// Where one service stands.
    package struct Service: Sendable {
        package var name: String
        /// A state of the ladder, such as `healthy` or `rolling_back`.
        package var state: String
        /// Nil where no readiness probe has answered.
        package var isReady: Bool?
        package var image: String?
        package var budgetLeft: Int
        package var budgetLimit: Int
        /// Why nothing is done, such as `maintenance`.
        package var holds: [String]
        package var lastProbe: String?
        /// Id of the open incident.
        package var incident: String?

        package init(
            name: String, state: String, isReady: Bool?, image: String?, budgetLeft: Int, budgetLimit: Int,
            holds: [String], lastProbe: String?, incident: String?
        ) {
            self.name = name
            self.state = state
            self.isReady = isReady
            self.image = image
            self.budgetLeft = budgetLeft
            self.budgetLimit = budgetLimit
            self.holds = holds
            self.lastProbe = lastProbe
            self.incident = incident
        }
    }

    /// An incident that is over.
    package struct Incident: Sendable {
        package var id: String
        package var service: String
        /// RFC 3339, of its end.
        package var time: String
        package var verdict: Verdict
        package var summary: String
        package var isEscalated: Bool
        /// Milliseconds.
        package var timeToRecover: Int?

        package init(
            id: String, service: String, time: String, verdict: Verdict, summary: String, isEscalated: Bool,
            timeToRecover: Int?
        ) {
            self.id = id
            self.service = service
            self.time = time
            self.verdict = verdict
            self.summary = summary
            self.isEscalated = isEscalated
            self.timeToRecover = timeToRecover
        }
    }

    /// Something that a watch announced.
    package struct News: Sendable {
        /// RFC 3339.
        package var time: String
        package var service: String
        package var sentence: String

        package init(time: String, service: String, sentence: String) {
            self.time = time
            self.service = service
            self.sentence = sentence
        }
    }

    /// A file that the pages need.
    package struct Asset: Sendable {
        package var name: String
        package var type: String
        package var data: Data
    }

    /// Served below `/assets/`.
    package static let assets = [
        Asset(name: "style.css", type: "text/css; charset=utf-8", data: Data(PackageResources.style_css)),
        Asset(name: "live.js", type: "text/javascript; charset=utf-8", data: Data(PackageResources.live_js)),
    ]

    /// What a server's header says of these pages: their style, script and news come from it, and nothing else is let in.
    package static let policy =
        "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; base-uri 'none'; "
        + "form-action 'none'; frame-ancestors 'none'"

    /// The start page; incidents and news newest first.
    package static func start(services: [Service], incidents: [Incident], news: [News]) -> String {
        LivePage.page(services: services, incidents: incidents, news: news).text()
    }

    /// The page of one incident at `/incidents/<id>`.
    package static func incident(_ report: IncidentReport) -> String {
        // Its files are in the reports' directory, which is not served.
        let incident = FiledIncident(file: "", folder: "", report: report, artifacts: [], timings: [])
        var page = IncidentPage.page(of: incident, path: report.id, home: "/")
        page.trail = [("Watch", "/")]
        page.kind = .live(refreshes: false)
        return page.text()
    }
}
