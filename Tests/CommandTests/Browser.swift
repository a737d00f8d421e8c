import Foundation
import Testing

/// A Chromium without a window, told what to do by the DevTools protocol through a pair of pipes.
final class Browser {
    private let process = Process()
    private let folder: Folder
    private let toBrowser: Int32
    private let fromBrowser: Int32
    private var received: [UInt8] = []
    private var lastCommand = 0
    private var session: String?
    /// What it told without being asked, by the names of the protocol.
    private(set) var events: [(method: String, parameters: [String: Any])] = []

    enum Failure: Error {
        case cannotStart, isSilent(String), refused(String)
    }

    /// Where one is installed.
    static let path: String? = {
        let names = ["chromium-headless-shell", "chromium", "chromium-browser", "google-chrome"]
        let folders =
            ProcessInfo.processInfo.environment["PATH"]?.components(separatedBy: ":") ?? []
        return folders.flatMap { folder in names.map { "\(folder)/\($0)" } }
            .first { FileManager.default.isExecutableFile(atPath: $0) }
    }()

    init() throws {
        let folder = try Folder()
        self.folder = folder
        let pipes = ["in", "out"].map { folder[$0].path }
        for pipe in pipes where mkfifo(pipe, 0o600) != 0 { throw Failure.cannotStart }
        // Open for both, so that neither side waits for the other to open.
        toBrowser = open(pipes[0], O_RDWR | O_CLOEXEC)
        fromBrowser = open(pipes[1], O_RDWR | O_CLOEXEC)
        process.executableURL = URL(filePath: "/bin/sh")
        process.arguments =
            ["-c", "exec \"$@\" 3<\"$0/in\" 4>\"$0/out\"", folder.url.path, Self.path ?? ""]
            + ["--headless", "--remote-debugging-pipe", "--disable-gpu", "--no-first-run"]
            + ["--user-data-dir=\(folder["profile"].path)"]
            + (getuid() == 0 ? ["--no-sandbox"] : [])
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        process.standardInput = FileHandle.nullDevice
        try process.run()
        try attach()
    }

    deinit {
        // It ends when nobody talks to it any more; what starts it may be a script, which a signal
        // would end alone.
        close(toBrowser)
        close(fromBrowser)
        for _ in 0..<200 where process.isRunning { usleep(50_000) }
        if process.isRunning { process.terminate() }
    }

    private func attach() throws {
        let target = try send("Target.createTarget", ["url": "about:blank"])["targetId"]
        let attached = try send(
            "Target.attachToTarget", ["targetId": target ?? "", "flatten": true])
        session = attached["sessionId"] as? String
        for domain in ["Page", "Runtime", "Network", "Log", "Accessibility"] {
            try send("\(domain).enable")
        }
    }

    // MARK: Commands

    /// Sends a command and waits for its result.
    @discardableResult
    func send(_ method: String, _ parameters: [String: Any] = [:]) throws -> [String: Any] {
        lastCommand += 1
        var message: [String: Any] = ["id": lastCommand, "method": method, "params": parameters]
        if let session { message["sessionId"] = session }
        let bytes = Array(try JSONSerialization.data(withJSONObject: message)) + [0]
        var written = 0
        while written < bytes.count {
            let count = bytes[written...].withUnsafeBytes {
                write(toBrowser, $0.baseAddress, $0.count)
            }
            guard count > 0 else { throw Failure.isSilent(method) }
            written += count
        }
        while true {
            let answer = try next(method)
            if answer["id"] as? Int == lastCommand {
                guard answer["error"] == nil else { throw Failure.refused("\(answer)") }
                return answer["result"] as? [String: Any] ?? [:]
            }
            if let event = answer["method"] as? String {
                events.append((event, answer["params"] as? [String: Any] ?? [:]))
            }
        }
    }

    /// The next message; none comes within a minute where something is broken.
    private func next(_ method: String) throws -> [String: Any] {
        while true {
            if let end = received.firstIndex(of: 0) {
                let message = Data(received[..<end])
                received.removeSubrange(...end)
                return try JSONSerialization.jsonObject(with: message) as? [String: Any] ?? [:]
            }
            var ready = pollfd(fd: fromBrowser, events: Int16(POLLIN), revents: 0)
            guard poll(&ready, 1, 60_000) > 0 else { throw Failure.isSilent(method) }
            var piece = [UInt8](repeating: 0, count: 1 << 16)
            let count = read(fromBrowser, &piece, piece.count)
            guard count > 0 else { throw Failure.isSilent(method) }
            received.append(contentsOf: piece[..<count])
        }
    }

    // MARK: Pages

    /// Opens a page and waits until it is complete, its script included.
    func show(_ address: String) throws {
        // Another fragment of the same page would load nothing.
        try send("Page.navigate", ["url": "about:blank"])
        events = []
        try send("Page.navigate", ["url": address])
        for _ in 0..<600 {
            let state = try? evaluate("location.href + document.readyState") as? String
            if let state, !state.hasPrefix("about:"), state.hasSuffix("complete") { return }
            usleep(50_000)
        }
        throw Failure.isSilent(address)
    }

    /// The value of an expression in the page.
    @discardableResult
    func evaluate(_ expression: String) throws -> Any? {
        let answer = try send(
            "Runtime.evaluate",
            ["expression": expression, "returnByValue": true, "awaitPromise": true])
        if let problem = answer["exceptionDetails"] { throw Failure.refused("\(problem)") }
        return (answer["result"] as? [String: Any])?["value"]
    }

    /// Presses a key on what has the focus.
    func press(_ key: String, code: Int, text: String = "") throws {
        for type in ["keyDown", "keyUp"] {
            try send(
                "Input.dispatchKeyEvent",
                [
                    "type": type, "key": key, "code": key, "windowsVirtualKeyCode": code,
                    "text": type == "keyDown" ? text : "",
                ])
        }
    }

    /// What went wrong in the page: exceptions, and whatever the policy refused.
    var complaints: [String] {
        events.filter { method, parameters in
            let entry = parameters["entry"] as? [String: Any]
            return method == "Runtime.exceptionThrown"
                || method == "Log.entryAdded" && entry?["level"] as? String == "error"
        }.map { "\($0)" }
    }

    /// What it asked the network or the disk for.
    var requests: [String] {
        events.filter { $0.method == "Network.requestWillBeSent" }.compactMap {
            ($0.parameters["request"] as? [String: Any])?["url"] as? String
        }
    }
}
