import Foundation
import Watchdog

/// Durable memory of a simulated watchdog, with its lock and its reports.
struct SimulatedJournal {
    /// Index of the watchdog that holds the lock.
    var holder: Int?
    var memories: [Int: ServiceMemory] = [:]
    var reports: [String: ClosedIncident] = [:]

    /// What a real journal would give back: the same, through its encoding.
    func reread(_ service: Int) -> ServiceMemory? {
        guard let memory = memories[service] else { return nil }
        guard let data = try? JSONEncoder().encode(memory),
            let back = try? JSONDecoder().decode(ServiceMemory.self, from: data)
        else { preconditionFailure("a memory cannot be encoded") }
        precondition(back == memory, "a memory does not survive its encoding")
        return back
    }
}
