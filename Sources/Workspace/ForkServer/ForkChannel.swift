#if os(Linux)
    import CProcess
    import Foundation
    import Incident
    import Synchronization

    /// The process of a fork server, and everything that is shared with it.
    ///
    ///     lab                         server
    ///     control  ◄── frames ──────► control
    ///     console  ◄── pipe ───────── output of children
    ///     events   ─── memory ──────  event stream of Swift Testing
    ///     hits     ─── memory ──────  one byte a place
    ///
    /// Its calls block, one at a time; only ``hangUp()`` may come from elsewhere at any time.
    final class ForkChannel: Sendable {
        let process: Int32
        let mark: RunMarker
        /// What children call the file of events.
        let eventPath: String
        private let control: Int32
        private let console: Int32
        private let events: Int32
        private let hits: Int32
        private let hitCount: Int
        private nonisolated(unsafe) let hitBytes: UnsafeMutableRawPointer?
        private let state = Mutex(State())

        private struct State {
            var isClosed = false
            var isReaped = false
        }

        /// Starts the bundle; it serves once it got its first frame.
        init(setup: ForkSetup, environment: [String: String], bindsEarly: Bool) throws {
            var ends: [Int32] = [-1, -1]
            var pipe: [Int32] = [-1, -1]
            var opened: [Int32] = []
            func check(_ result: Int32, _ what: String) throws {
                guard result >= 0 else {
                    let error = String(cString: strerror(errno))
                    for descriptor in opened { close(descriptor) }
                    throw LabError(.unavailable, "The fork server has no \(what): \(error).")
                }
            }
            let kind = Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue)
            try check(socketpair(AF_UNIX, kind, 0, &ends), "socket")
            opened += ends
            try check(lab_pipe(&pipe), "pipe")
            opened += pipe
            let events = lab_memory_file("healing-lab-events")
            try check(events, "memory for events")
            opened.append(events)
            let hits = lab_memory_file("healing-lab-hits")
            try check(hits, "memory for hits")
            opened.append(hits)
            let hitCount = max(0, Int(setup.units))
            try check(ftruncate(hits, hitCount), "memory for hits")
            var memory: UnsafeMutableRawPointer?
            if hitCount > 0 {
                memory = mmap(nil, hitCount, PROT_READ | PROT_WRITE, MAP_SHARED, hits, 0)
                try check(memory == MAP_FAILED ? -1 : 0, "memory for hits")
            }

            let mark = RunMarker(owner: setup.owner)
            var variables = CleanEnvironment.variables()
            variables[RunMarker.variable] = mark.value(inherited: variables[RunMarker.variable])
            // A backtrace takes longer than hundreds of children.
            variables["SWIFT_BACKTRACE"] = "enable=no"
            // Or what depends on the order of a set or a dictionary would pass in one server and fail in the next.
            variables["SWIFT_DETERMINISTIC_HASHING"] = "1"
            variables.merge(environment) { $1 }
            variables["HEALING_LAB_FORK"] = "\(ends[1]) \(pipe[1]) \(events) \(hits) \(hitCount)"
            // Each symbol is looked up once, not once in every child.
            if bindsEarly { variables["LD_BIND_NOW"] = "1" }
            let shared = [ends[1], pipe[1], events, hits]
            var process: pid_t = 0
            let error = Self.withStrings([setup.bundle]) { arguments in
                Self.withStrings(variables.map { "\($0)=\($1)" }) { environment in
                    lab_spawn(
                        setup.bundle, arguments, environment, pipe[1], shared, shared.count, &process)
                }
            }
            close(ends[1])
            close(pipe[1])
            opened = [ends[0], pipe[0], events, hits]
            errno = error
            try check(error == 0 ? 0 : -1, "process of '\(setup.bundle)'")
            self.process = process
            self.mark = mark
            self.control = ends[0]
            self.console = pipe[0]
            self.events = events
            self.hits = hits
            self.hitCount = hitCount
            self.hitBytes = memory
            self.eventPath = "/proc/self/fd/\(events)"
        }

        private static func withStrings<Result>(
            _ strings: [String], _ body: ([UnsafeMutablePointer<CChar>?]) -> Result
        ) -> Result {
            let pointers = strings.map { strdup($0) } + [nil]
            defer { pointers.forEach { free($0) } }
            return body(pointers)
        }

        deinit {
            hangUp()
            waitForEnd()
            if let hitBytes { munmap(hitBytes, hitCount) }
            for descriptor in [control, console, events, hits] { close(descriptor) }
        }

        /// Closes the line: the server ends with everything it started, at once and by itself.
        func hangUp() {
            state.withLock { state in
                guard !state.isClosed else { return }
                state.isClosed = true
                shutdown(control, Int32(SHUT_RDWR))
            }
        }

        /// It was hung up, or found to have ended.
        var isClosed: Bool { state.withLock { $0.isClosed } }

        /// Waits for the end of a server that was hung up, and kills one that does not end.
        func waitForEnd() {
            let wasReaped = state.withLock { state in
                defer { state.isReaped = true }
                return state.isReaped
            }
            if wasReaped { return }
            var status: Int32 = 0
            for wait in 0..<2000 {
                let gone = waitpid(process, &status, WNOHANG)
                if gone == process || gone < 0 && errno != EINTR { return }
                usleep(wait < 20 ? 200 : 1000)
            }
            kill(process, SIGKILL)
            waitpid(process, &status, 0)
        }

        // MARK: Exchange

        /// Sends a frame and waits for the answer, handing over what is printed meanwhile.
        ///
        /// Throws ``ForkServerEnded`` when there is no answer in time, after which the channel is of no use.
        func exchange(_ frame: ForkFrame, patience: Duration, received: ([UInt8]) -> Void) throws -> ForkFrame
        {
            let deadline = ContinuousClock.now + patience
            try send(frame.bytes)
            // Most children have ended before it is worth waking up for their output.
            var isQuiet = true
            while true {
                var polls = [pollfd(fd: control, events: Int16(POLLIN), revents: 0)]
                if !isQuiet { polls.append(pollfd(fd: console, events: Int16(POLLIN), revents: 0)) }
                let count = poll(&polls, nfds_t(polls.count), isQuiet ? 20 : 1000)
                if count < 0, errno == EINTR { continue }
                if count < 0 { throw ended("") }
                if polls[0].revents != 0 { break }
                isQuiet = false
                guard drain(received) else { throw ended("") }
                if ContinuousClock.now >= deadline { throw ended("it did not answer in time") }
            }
            let head = try receive(ForkFrame.headBytes)
            let counts = ForkFrame.counts(ofHead: head)
            let body = try receive(counts.numbers * 8 + counts.text)
            _ = drain(received)
            return ForkFrame(body: body, numberCount: counts.numbers)
        }

        private func ended(_ why: String) -> ForkServerEnded {
            hangUp()
            var console: [UInt8] = Array(why.utf8)
            _ = drain { console += $0 }
            return ForkServerEnded(console: String(decoding: console, as: UTF8.self))
        }

        private func send(_ bytes: [UInt8]) throws {
            var done = 0
            while done < bytes.count {
                let count = bytes[done...].withUnsafeBytes {
                    Foundation.send(control, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
                }
                if count < 0, errno == EINTR { continue }
                guard count > 0 else { throw ended("") }
                done += count
            }
        }

        private func receive(_ count: Int) throws -> [UInt8] {
            var bytes = [UInt8](repeating: 0, count: count)
            var done = 0
            while done < count {
                let got = bytes[done...].withUnsafeMutableBytes { recv(control, $0.baseAddress, $0.count, 0) }
                if got < 0, errno == EINTR { continue }
                guard got > 0 else { throw ended("") }
                done += got
            }
            return bytes
        }

        /// Reads what the pipe holds; false when it has been closed.
        private func drain(_ received: ([UInt8]) -> Void) -> Bool {
            while true {
                var count = 0
                let bytes = [UInt8](unsafeUninitializedCapacity: 64 << 10) { buffer, initialized in
                    count = read(console, buffer.baseAddress, buffer.count)
                    initialized = max(0, count)
                }
                if count > 0 {
                    received(bytes)
                } else if count == 0 {
                    return false
                } else if errno != EINTR {
                    return true
                }
            }
        }

        // MARK: Shared memory

        /// Forgets what the last job left.
        func clear(hits clearsHits: Bool) {
            ftruncate(events, 0)
            if clearsHits, let hitBytes { memset(hitBytes, 0, hitCount) }
        }

        var eventStream: String {
            var status = stat()
            guard fstat(events, &status) == 0, status.st_size > 0 else { return "" }
            return String(unsafeUninitializedCapacity: Int(status.st_size)) { buffer in
                max(0, pread(events, buffer.baseAddress, buffer.count, 0))
            }
        }

        var reached: Set<Int32> {
            guard let hitBytes else { return [] }
            let bytes = UnsafeRawBufferPointer(start: hitBytes, count: hitCount)
            return Set(bytes.indices.lazy.filter { bytes[$0] != 0 }.map { Int32($0) })
        }
    }
#endif
