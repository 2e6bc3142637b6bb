import Incident

extension Reading {
    /// Processes that ended by a trap or a signal, or had to be ended.
    var processSymptoms: [Symptom] {
        if evidence.termination == .timedOut {
            let report = evidence.crash ?? backtraces.last?.report
            return [
                .hang(Crash(message: lastWords(before: lines.count), report: report, test: culprit(report)))
            ]
        }
        var found: [Symptom] = []
        var from = 0
        for backtrace in backtraces {
            let message = lastWords(from: from, before: backtrace.start)
            let crash = Crash(
                message: message, report: backtrace.report, signal: backtrace.signal ?? terminatingSignal,
                test: culprit(backtrace.report))
            // SIGQUIT is how a hanging process is asked where it is.
            found.append(crash.signal == 3 ? .hang(crash) : .crash(crash))
            from = backtrace.start
        }
        if found.isEmpty, crashed {
            found = [
                .crash(
                    Crash(
                        message: lastWords(before: lines.count), signal: terminatingSignal,
                        test: openTests.last))
            ]
        }
        return found
    }

    /// A process of this run died, though nothing shows where.
    private var crashed: Bool {
        switch evidence.termination {
        case .signalled: return true
        case .exited(let code) where code > 128: return true
        case .timedOut, .exited(0): return false
        case .exited, nil:
            if terminatingSignal != nil || !openTests.isEmpty { return true }
            // Bare text with last words, and nothing that says a run went well.
            return evidence.termination == nil && !ranTests && lastWords(before: lines.count) != nil
                && !lines.contains { $0.text.hasPrefix("Build complete!") }
        }
    }

    /// The signal, from whoever noted it: the runner, SwiftPM, or the backtracer.
    var terminatingSignal: Int32? {
        if case .signalled(let signal) = evidence.termination { return signal }
        if case .exited(let code) = evidence.termination, code > 128, code < 160 { return code - 128 }
        let marker = "exited with unexpected signal code "
        for line in lines where !line.isQuiet {
            if let signal = TextBacktrace.signal(line.text) { return signal }
            if let range = line.text.firstRange(of: marker) {
                return Int32(line.text[range.upperBound...].prefix(while: \.isNumber))
            }
        }
        return nil
    }

    /// The last trap message before a line; one that passing tests printed does not count.
    private func lastWords(from: Int = 0, before end: Int) -> TrapMessage? {
        let candidates = lines[from..<end].filter { !$0.isQuiet }.compactMap { TrapMessage(line: $0.text) }
        return candidates.last { !$0.raw.hasPrefix("Fatal access conflict") } ?? candidates.last
    }

    /// The running test: the one whose own function is on the stack, else the last that began.
    private func culprit(_ report: CrashReport?) -> TestEvent? {
        let functions = Set(report?.frames.map { UserCode.function($0.function) } ?? [])
        let open = openTests
        let named = open.last { event in
            let name = event.test.replacing("/", with: ".")
            return functions.contains { function in
                let plain = function.prefix { $0 != "(" }
                let test = name.prefix { $0 != "(" }
                return test == plain || test.hasSuffix("." + plain)
                    || (event.framework == .swiftTesting && plain.hasSuffix("." + test))
            }
        }
        return named ?? open.last
    }
}
