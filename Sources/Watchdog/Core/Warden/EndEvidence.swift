/// What events told of why a container's program ended: by itself, or because somebody asked.
///
/// An engine tells of a request (`signalled`), then of the end (`died`), then of the request fulfilled (`stopped`).
/// Any of them may be lost or late, and calls of our own make the same ones: those are an echo, and tell nothing.
struct EndEvidence: Sendable {
    /// Why a program ended, as far as events told.
    enum Verdict: Sendable, Equatable {
        case requested
        case died(Cause)
    }

    private struct Seen: Sendable {
        var id: String
        var at: BootInstant
        /// A request: waits for the end until then. A program takes its time to stop, and some signals end nothing.
        var waitsUntil: BootInstant?
        var verdict: Verdict
        /// The program was started again since: this tells of the run before.
        var isPast = false
        /// No event told it.
        var isAssumed = false
        /// A request that was taken for one before the end that was known then.
        var isLateRequest = false

        /// Whether the end that this tells of has come, and nothing since.
        var isEnd: Bool { waitsUntil == nil && !isPast }
    }

    private struct Echo: Sendable {
        var id: String
        var until: BootInstant
        var endsWithStart: Bool
    }

    /// How late an engine's own telling may come after its answer to a call.
    static let echoLimit: Duration = .seconds(2)
    /// A call that was not answered may still be carried out; after this and the stop time-out it will not be.
    static let unansweredLimit: Duration = .seconds(20)
    /// What a stop takes beyond its time-out; after this a request that ended nothing is forgotten.
    static let requestMargin: Duration = .seconds(15)

    private var seen: Seen?
    private var echo: Echo?
    /// Container whose start, or stop, was told before the call for it was answered: no echo is left to come.
    private var echoCame: (id: String, kind: EngineEvent.Kind)?

    /// Why this container ended; nil when no event told.
    func verdict(for id: String, at now: BootInstant) -> Verdict? {
        guard let seen, seen.id == id, !seen.isPast else { return nil }
        if let waitsUntil = seen.waitsUntil, waitsUntil < now { return nil }
        return seen.verdict
    }

    /// Whether somebody asked for this container's end, which is still to come: it may answer nobody meanwhile.
    func isStopping(_ id: String, at now: BootInstant) -> Bool {
        guard let seen, seen.id == id, let waitsUntil = seen.waitsUntil else { return false }
        return !seen.isPast && seen.verdict == .requested && now <= waitsUntil
    }

    /// Whether a program in this container ended by itself since the last look at it, even if it runs again.
    func toldOfDeath(of id: String) -> Bool {
        guard let seen, seen.id == id, case .died = seen.verdict else { return false }
        return true
    }

    /// - Parameters:
    ///   - isOwn: a call of our own for this container is under way.
    ///   - stopTimeout: of the container, as far as known.
    mutating func hear(_ event: EngineEvent, isOwn: Bool, stopTimeout: Duration, at now: BootInstant) {
        if isOwn, event.kind == .started || event.kind == .stopped { echoCame = (event.id, event.kind) }
        let isEcho = isOwn || isEcho(event, at: now)
        switch event.kind {
        case .signalled where !isEcho, .updated where !isEcho:
            // Nobody can signal what has ended: told after the end, it came before it.
            let hasEnded = seen?.id == event.id && seen?.isEnd == true
            if hasEnded, seen?.verdict == .died(.oomKilled) { return }
            seen = Seen(
                id: event.id, at: now,
                waitsUntil: hasEnded ? nil : now.advanced(by: stopTimeout + Self.requestMargin),
                verdict: .requested, isLateRequest: hasEnded)
        case .stopped where !isEcho:
            seen = Seen(id: event.id, at: now, waitsUntil: nil, verdict: .requested)
        case .died where !isEcho:
            let wasRequested = verdict(for: event.id, at: now) == .requested
            if !wasRequested, let seen, seen.id == event.id, seen.isEnd { return }
            seen = Seen(
                id: event.id, at: now, waitsUntil: nil, verdict: wasRequested ? .requested : .died(.exited))
        case .outOfMemory:
            if verdict(for: event.id, at: now) == .requested { return }
            seen = Seen(id: event.id, at: now, waitsUntil: nil, verdict: .died(.oomKilled))
        case .started:
            if seen?.id == event.id, seen?.isEnd == true { seen?.isPast = true }
        default: break
        }
    }

    private mutating func isEcho(_ event: EngineEvent, at now: BootInstant) -> Bool {
        guard let echo, echo.id == event.id else { return false }
        if now > echo.until {
            self.echo = nil
            return false
        }
        if event.kind == (echo.endsWithStart ? .started : .stopped) { self.echo = nil }
        return true
    }

    /// A call of our own for this container was answered, or not; its events may still come.
    mutating func expectEcho(
        of call: EngineCall, isAnswered: Bool, stopTimeout: Duration, at now: BootInstant
    ) {
        let id: String
        var endsWithStart = true
        switch call {
        case .restart(let target, _), .setImage(let target, _), .start(let target): id = target
        case .stop(let target, _):
            id = target
            endsWithStart = false
        default: return
        }
        let last = endsWithStart ? EngineEvent.Kind.started : .stopped
        let hasCome = echoCame?.id == id && echoCame?.kind == last
        echoCame = nil
        echo = nil
        if seen?.id == id { seen = nil }
        if hasCome { return }
        let limit = isAnswered ? Self.echoLimit : Self.unansweredLimit + stopTimeout
        echo = Echo(id: id, until: now.advanced(by: limit), endsWithStart: endsWithStart)
    }

    /// Events may have been missed: those of our own calls are not waited for any more, and an end that was told of may
    /// be that of a run before the last.
    mutating func loseEvents(at now: BootInstant) {
        // What was asked for may have come while nobody heard of it.
        if seen?.verdict == .requested, let until = seen?.waitsUntil {
            seen?.waitsUntil = max(until, now.advanced(by: Self.requestMargin))
        }
        echo = nil
        echoCame = nil
        if let verdict = seen?.verdict, verdict != .requested, seen?.isAssumed == false { seen = nil }
    }

    /// The container runs, by a look that began at this moment: what was told of an end before is past.
    mutating func isUp(_ id: String, lookedAt: BootInstant) {
        // It had been started again, unheard of: the request is for the run there is now.
        if seen?.id == id, seen?.isLateRequest == true {
            seen?.isLateRequest = false
            seen?.waitsUntil = lookedAt.advanced(by: Self.unansweredLimit + Self.requestMargin)
            return
        }
        if let seen, seen.id == id, seen.waitsUntil == nil, seen.at <= lookedAt { self.seen = nil }
    }

    /// The end is known otherwise: from the journal, or since the machine started anew.
    mutating func assume(_ verdict: Verdict, of id: String, at now: BootInstant) {
        seen = Seen(id: id, at: now, waitsUntil: nil, verdict: verdict, isAssumed: true)
    }

    mutating func forget(_ id: String) {
        if seen?.id == id { seen = nil }
        if echo?.id == id { echo = nil }
    }
}
