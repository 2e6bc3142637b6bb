import Watchdog

// The engine's way with the calls of watchdogs.
extension World {
    func submit(_ call: EngineCall, for party: Party) {
        let life = watchdogs[party.watchdog]
        let index = calls.count
        calls.append(Call(party: party, life: life.number, call: call))
        note("\(title(party)) asks to \(call.text)")
        defer { referee.see(.submitted(party, call, index), self) }
        if call.changesSomething {
            coverage.hit("step.\(call.verb)")
            if plan.isCalm { deeds.append("\(clock) \(call.verb)") }
        }
        if isEngineHung {
            calls[index].isOver = true
            queue.add(.reply(call: index, .unknown(EngineFault(.timedOut, "timed out"))), at: clock + 5_000)
            return
        }
        guard isEngineUp else {
            calls[index].isOver = true
            queue.add(.reply(call: index, .refused(EngineFault(.unreachable, "unreachable"))), at: clock + 5)
            return
        }
        let latency = plan.isCalm ? 5 : draw(1...20)
        guard let trouble = drawTrouble(call) else {
            queue.add(.begin(call: index), at: clock + latency)
            return
        }
        coverage.hit("trouble.\(trouble.name)")
        calls[index].trouble = trouble
        let unknown = EngineReply.unknown(EngineFault(.timedOut, "timed out"))
        switch trouble {
        case .lostRequest:
            calls[index].isOver = true
            queue.add(.reply(call: index, unknown), at: clock + draw(2_000...20_000))
        case .lostReply:
            queue.add(.begin(call: index), at: clock + latency)
            queue.add(.reply(call: index, unknown), at: clock + draw(1_000...25_000))
        case .lateEffect:
            let time = clock + draw(1_000...5_000)
            queue.add(.reply(call: index, unknown), at: time)
            queue.add(.begin(call: index), at: time + draw(1...15_000))
        case .refused:
            calls[index].isOver = true
            queue.add(
                .reply(call: index, .refused(EngineFault(.refused, "status 500"))), at: clock + latency)
        case .conflict:
            calls[index].isOver = true
            queue.add(
                .reply(call: index, .refused(EngineFault(.conflict, "status 409"))), at: clock + latency)
        case .slow: queue.add(.begin(call: index), at: clock + draw(1_000...12_000))
        case .malformed:
            queue.add(.begin(call: index), at: clock + latency)
        }
    }

    private func drawTrouble(_ call: EngineCall) -> Call.Trouble? {
        if hasStartTrouble {
            switch call {
            case .start, .remove: return [.lateEffect, .refused, .conflict, nil][draw(0...3)]
            default: break
            }
        }
        guard callTrouble > 0, chance(callTrouble) else { return nil }
        return Call.Trouble.allCases[draw(0...Call.Trouble.allCases.count - 1)]
    }

    /// The engine takes the call up.
    func begin(_ index: Int) {
        guard !calls[index].isOver, isEngineUp else { return }
        calls[index].isRunning = true
        let party = calls[index].party
        switch calls[index].call {
        case .survey(let names, let like, let reference):
            referee.see(.surveyed(party), self)
            let truth = survey(names, like: like, reference: reference, service: party.service)
            conclude(index, .survey(truth))
        case .logs: conclude(index, .logs(["first line", "last line"]))
        case .start(let id):
            guard let program = with(id: id) else { return refuse(index, .notFound) }
            guard program.state != .other else { return refuse(index, .conflict) }
            if !program.isUp { launch(program, by: party) }
            conclude(index, .done(id: nil))
        case .restart(let id, _) where plan.engine.replacesByItself:
            guard let program = with(id: id) else { return refuse(index, .notFound) }
            replace(program, by: party)
            conclude(index, .done(id: nil))
        case .stop(let id, let timeout), .restart(let id, let timeout):
            guard let program = with(id: id) else { return refuse(index, .notFound) }
            guard program.state != .other else { return refuse(index, .conflict) }
            guard program.isUp else { return finish(index) }
            emit(.signalled, program)
            program.isStopping = true
            let takes = stopCode(program, timeout: Int(timeout.inSeconds * 1000)).takes
            queue.add(.finish(call: index), at: clock + takes)
        case .create(let name, let like, let digest, _):
            create(index, name: name, like: like, digest: digest)
        case .rename(let id, let name):
            guard let program = with(id: id) else { return refuse(index, .notFound) }
            if let other = named(name), other !== program { return refuse(index, .conflict) }
            program.name = name
            emit(.renamed, program)
            conclude(index, .done(id: nil))
        case .remove(let id):
            guard let program = with(id: id) else { return refuse(index, .notFound) }
            guard !program.isUp else { return refuse(index, .conflict) }
            referee.see(.removed(program, by: party), self)
            removeProgram(program)
            conclude(index, .done(id: nil))
        case .tag(let digest, let reference):
            guard !pruned.contains(digest), let image = image(digest, party.service) else {
                return refuse(index, .notFound)
            }
            tags[reference] = image
            referee.see(.tagged(party, image), self)
            conclude(index, .done(id: nil))
        case .setImage(let id, let digest):
            guard let program = with(id: id) else { return refuse(index, .notFound) }
            guard !pruned.contains(digest), let image = image(digest, party.service) else {
                return refuse(index, .notFound)
            }
            program.image = image
            replace(program, by: party)
            conclude(index, .done(id: nil))
        }
    }

    /// The end of a call that takes its time.
    func finish(_ index: Int) {
        guard !calls[index].isOver, isEngineUp else { return }
        let party = calls[index].party
        switch calls[index].call {
        case .stop(let id, let timeout):
            guard let program = with(id: id) else { return refuse(index, .notFound) }
            // Ended meanwhile by itself or by another: that is told by whoever ended it.
            stop(program, Int(timeout.inSeconds * 1000))
        case .restart(let id, let timeout):
            guard let program = with(id: id) else { return refuse(index, .notFound) }
            guard program.state != .other else { return refuse(index, .conflict) }
            stop(program, Int(timeout.inSeconds * 1000))
            launch(program, by: party)
        default: break
        }
        conclude(index, .done(id: nil))
    }

    private func stop(_ program: Program, _ timeout: Int) {
        guard program.isUp else { return }
        end(program, code: stopCode(program, timeout: timeout).code, wasRequested: true)
        emit(.stopped, program)
    }

    private func create(_ index: Int, name: String, like: String, digest: String) {
        let party = calls[index].party
        if named(name) != nil { return refuse(index, .conflict) }
        guard let model = with(id: like), !pruned.contains(digest),
            let image = image(digest, party.service)
        else { return refuse(index, .notFound) }
        var configuration = model.configuration
        if copiesPartly {
            coverage.hit("copy.partial")
            configuration += 100
        }
        if calls[index].trouble == .lateEffect { coverage.hit("reply.late_create") }
        let program = makeProgram(
            name: name, service: party.service, image: image, configuration: configuration,
            maker: .watchdog(party.watchdog))
        note("engine: \(name) (\(program.id)) created after \(like), image \(image)")
        referee.see(.created(program, like: model, by: party), self)
        conclude(index, .done(id: program.id))
    }

    private func image(_ digest: String, _ service: Int) -> Int? {
        plan.services[service].images.firstIndex { $0.digest == digest }
    }

    private func refuse(_ index: Int, _ code: EngineFault.Code) {
        coverage.hit(code == .conflict ? "reply.conflict" : "reply.not_found")
        conclude(index, .refused(EngineFault(code, code.rawValue)))
    }

    private func conclude(_ index: Int, _ reply: EngineReply) {
        calls[index].isOver = true
        calls[index].isRunning = false
        if calls[index].trouble == .malformed {
            let malformed = EngineReply.unknown(EngineFault(.malformed, "malformed"))
            return queue.add(.reply(call: index, malformed), at: clock + 3)
        }
        queue.add(.reply(call: index, reply), at: clock + (plan.isCalm ? 3 : draw(1...10)))
    }

    private func survey(_ names: [String], like: String?, reference: String?, service: Int) -> Survey {
        var containers: [Container] = []
        let model = like.flatMap { with(id: $0) }
        for program in programs where names.contains(program.name) {
            containers.append(container(program, model: model))
        }
        let tagged = reference.flatMap { tags[$0] }.map { digest(service, $0) }
        return Survey(containers: containers, tagged: tagged)
    }

    private func container(_ program: Program, model: Program?) -> Container {
        let service = plan.services[program.service]
        var differences: [String] = []
        if let model, model.configuration != program.configuration { differences = ["mounts"] }
        return Container(
            id: program.id, name: program.name, image: digest(program.service, program.image),
            reference: program.reference, state: program.state,
            incarnation: String(program.incarnation), exitCode: program.exitCode,
            isOutOfMemory: program.isOutOfMemory, restartsItself: program.restartsItself,
            stopTimeout: .milliseconds(service.stopTimeout), differences: differences)
    }
}

extension EngineCall {
    /// For traces.
    var text: String {
        switch self {
        case .survey(let names, _, _): "survey \(names.count)"
        case .logs(let id, _): "read the logs of \(id)"
        case .start(let id): "start \(id)"
        case .stop(let id, _): "stop \(id)"
        case .restart(let id, _): "restart \(id)"
        case .create(let name, let like, let image, _): "create \(name) like \(like) of \(image)"
        case .rename(let id, let name): "rename \(id) to \(name)"
        case .remove(let id): "remove \(id)"
        case .tag(let image, let reference): "tag \(image) as \(reference)"
        case .setImage(let id, let image): "set the image of \(id) to \(image)"
        }
    }
}
