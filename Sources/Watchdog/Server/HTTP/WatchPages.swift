package import Foundation
package import Incident
package import Watchdog

/// Makes the pages for people; the server knows nothing of markup.
package protocol WatchPages: Sendable {
    /// The page at `/`; statuses by name, incidents and news newest first.
    func start(_ statuses: [ServiceStatus], _ incidents: [IncidentSummary], _ news: [WatchNews]) -> String
    /// The page at `/incidents/<id>`.
    func incident(_ report: IncidentReport) -> String
    /// A file below `/assets/`, with its media type; nil where there is none.
    func asset(_ name: String) -> (type: String, data: Data)?
    /// The content security policy of every answer.
    var policy: String { get }
}
