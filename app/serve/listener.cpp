// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/serve/listener.h"

#include "app/serve/gzip.h"
#include "parser/base/durationtext.h"

#include <unistd.h>

#include <algorithm>
#include <utility>

namespace sightglass {

namespace {

ApiMethod methodOf(const std::string &method)
{
    if (method == "GET" || method == "HEAD")
        return ApiMethod::Get;
    if (method == "POST")
        return ApiMethod::Post;
    return method == "OPTIONS" ? ApiMethod::Options : ApiMethod::Other;
}

bool isForm(std::string_view contentType)
{
    const std::string_view type = contentType.substr(0, contentType.find(';'));
    return http::equalsIgnoringCase(http::trimmed(type), "application/x-www-form-urlencoded");
}

/// 0, or the status that a request is refused with before anybody looks at where it leads.
int refusalOf(const RequestReader &received, const std::optional<RequestTarget> &target,
              const AccessPolicy &access)
{
    if (received.refusal() != 0)
        return received.refusal();
    if (!target)
        return 400;
    return access.refusal(received.head(), *target);
}

/// Why a posted body is none that we read, or "".
std::string bodyProblem(const RequestReader &received)
{
    const http::HeaderFields &fields = received.head().fields;
    for (const std::string_view coding : fields.elements("Content-Encoding")) {
        if (!http::equalsIgnoringCase(coding, "identity"))
            return "unsupported Content-Encoding: send the form as it is";
    }
    if (!received.body().empty() && !isForm(fields.value("Content-Type")))
        return "unsupported Content-Type: send application/x-www-form-urlencoded";
    return {};
}

ApiResponse unsupportedBody(std::string problem)
{
    ApiResponse response = errorResponse(badData(std::move(problem)));
    response.code = 415;
    return response;
}

/// The request's parameters, those of the body first; what is wrong with them, or "".
std::string readParameters(const RequestReader &received, const RequestTarget &target,
                           ApiParameters &parameters)
{
    if (received.head().method == "POST") {
        if (std::string problem = parameters.parse(received.body()); !problem.empty())
            return problem;
    }
    return parameters.parse(target.query);
}

bool compress(ApiResponse &response, bool wanted)
{
    if (!wanted || response.body.size() < leastGzippedBytes)
        return false;
    auto smaller = gzipped(response.body);
    if (smaller)
        response.body = std::move(*smaller);
    return smaller.has_value();
}

} // namespace

Listener::Listener(ServeOptions options, std::shared_ptr<const Clock> clock,
                   std::shared_ptr<const ApiState> state)
    : m_options(std::move(options))
    , m_access(m_options.address, m_options.token)
    , m_clock(std::move(clock))
    , m_state(std::move(state))
    , m_patience(this) // moves to the server's thread with it
    , m_pool(m_options.limits.workers)
{
    m_patience.setSingleShot(true);
    connect(&m_patience, &QTimer::timeout, this, &Listener::refuseOverdue);
}

Listener::~Listener()
{
    for (const auto &[id, connection] : m_connections)
        disconnect(connection, nullptr, this, nullptr);
}

void Listener::open()
{
    // A crowd is refused by us, and at once, instead of waiting for the system's queue.
    setListenBacklogSize(static_cast<int>(m_options.limits.connections));
    if (listen(m_options.address.host, m_options.address.port))
        emit listening(serverPort());
    else
        emit failed(errorString());
}

void Listener::incomingConnection(qintptr descriptor)
{
    if (m_connections.size() >= m_options.limits.connections) {
        ++m_counters.refusedConnections;
        HttpConnection *expendable = mostExpendable();
        if (expendable == nullptr) {
            ::close(static_cast<int>(descriptor));
            return;
        }
        expendable->hangUp();
    }
    ++m_counters.connections;
    const std::uint64_t id = m_nextId++;
    auto *connection = new HttpConnection(id, descriptor, m_options.limits, this);
    connect(connection, &HttpConnection::requested, this, &Listener::onRequest);
    connect(connection, &HttpConnection::gaveUp, this, [this] { ++m_counters.droppedConnections; });
    connect(connection, &HttpConnection::ended, this, &Listener::onEnded);
    m_connections.emplace(id, connection);
}

HttpConnection *Listener::mostExpendable() const
{
    const auto loss = [](const auto &entry) { return std::pair(entry.second->standing(), entry.first); };
    const auto least = std::min_element(m_connections.begin(), m_connections.end(),
                                        [&loss](const auto &a, const auto &b) { return loss(a) < loss(b); });
    const bool found =
        least != m_connections.end() && least->second->standing() != HttpConnection::Standing::Served;
    return found ? least->second : nullptr;
}

void Listener::onEnded(HttpConnection *connection)
{
    const std::uint64_t id = connection->id();
    m_pool.cancel(id);
    const auto waiting = std::find_if(m_waiting.begin(), m_waiting.end(),
                                      [id](const Waiting &one) { return one.asked.connection == id; });
    if (waiting != m_waiting.end()) {
        ++m_counters.requests[{std::string(waiting->asked.handler), 499}];
        m_waiting.erase(waiting);
        watchLine();
    }
    m_connections.erase(id);
    connection->deleteLater();
}

ApiContext Listener::context() const
{
    ApiContext context;
    context.state = m_state;
    context.query = m_options.query;
    context.now = m_clock->nowMs();
    context.maxResponseBytes = m_options.limits.responseBytes;
    return context;
}

void Listener::onRequest(HttpConnection *connection)
{
    const RequestReader &received = connection->request();
    const auto target = parseRequestTarget(received.head().target);
    if (const int status = refusalOf(received, target, m_access); status != 0)
        return refuse(connection, status);
    ApiRequest request;
    request.method = methodOf(received.head().method);
    request.path = target->path == "*" ? "/-/healthy" : target->path;
    request.accept = received.head().fields.value("Accept");
    ApiRoute route = findRoute(request.method, request.path);
    Asked asked;
    asked.connection = connection->id();
    asked.handler = route.handler;
    asked.isQuery = route.isQuery;
    asked.gzip = acceptsGzip(received.head().fields);
    asked.headOnly = received.head().method == "HEAD";
    asked.sinceNs = m_clock->monotonicNs();
    if (route.kind == ApiRoute::Kind::Data && request.method == ApiMethod::Post) {
        if (std::string problem = bodyProblem(received); !problem.empty())
            return answer(asked, unsupportedBody(std::move(problem)), false);
    }
    if (const std::string problem = readParameters(received, *target, request.parameters); !problem.empty())
        return answer(asked, errorResponse(badData("error parsing form values: " + problem)), false);
    if (route.cost == ApiRoute::Cost::Slow)
        return ask(asked, std::move(route), std::move(request));
    ApiContext here = context();
    if (route.kind == ApiRoute::Kind::Metrics) {
        here.counters = m_counters;
        here.counters.openConnections = m_connections.size();
        here.counters.queriesUnderWay = m_atWork + m_waiting.size();
    }
    ApiResponse response = answerRequest(route, request, here);
    if (!response.location.empty() && !target->query.empty())
        response.location += '?' + target->query;
    const bool isGzipped = compress(response, asked.gzip);
    answer(asked, std::move(response), isGzipped);
}

void Listener::ask(const Asked &asked, ApiRoute route, ApiRequest request)
{
    const bool allBusy = m_atWork >= m_pool.workers();
    if (allBusy && m_waiting.size() >= m_options.limits.waitingQueries)
        return answer(
            asked, errorResponse({ApiErrorType::Unavailable, "too many queries at once: try again"}), false);
    m_waiting.push_back({asked, std::move(route), std::move(request)});
    startWaiting();
}

void Listener::startWaiting()
{
    while (m_atWork < m_pool.workers() && !m_waiting.empty()) {
        Waiting next = std::move(m_waiting.front());
        m_waiting.pop_front();
        start(std::move(next));
    }
    watchLine();
}

void Listener::start(Waiting next)
{
    ++m_atWork;
    // Gone when the job has run or was dropped, whichever happens. The pool ends before this object does, so
    // `this` is there; the event dies with it.
    const std::shared_ptr<void> slot(nullptr, [this](void *) {
        QMetaObject::invokeMethod(this, &Listener::onWorkerFree, Qt::QueuedConnection);
    });
    const std::uint64_t key = next.asked.connection; // which asks one thing at a time
    m_pool.submit(
        key, [this, slot, next = std::move(next), here = context()](const std::stop_token &stop) mutable {
            here.cancel = stop;
            here.waitedMs = waitedMs(next.asked);
            ApiResponse response = answerRequest(next.route, next.request, here);
            const bool isGzipped = compress(response, next.asked.gzip);
            QMetaObject::invokeMethod(
                this,
                [this, asked = next.asked, isGzipped, response = std::move(response)]() mutable {
                    answer(asked, std::move(response), isGzipped);
                },
                Qt::QueuedConnection);
        });
}

void Listener::onWorkerFree()
{
    --m_atWork;
    startWaiting();
}

void Listener::refuseOverdue()
{
    const std::int64_t longest = m_options.limits.waitMs;
    while (!m_waiting.empty() && waitedMs(m_waiting.front().asked) >= longest) {
        const Asked asked = m_waiting.front().asked;
        m_waiting.pop_front();
        answer(asked,
               errorResponse({ApiErrorType::Unavailable, "other queries did not end within " +
                                                             formatDurationMs(longest) + ": try again"}),
               false);
    }
    watchLine();
}

void Listener::watchLine()
{
    if (m_waiting.empty())
        return m_patience.stop();
    const std::int64_t left = m_options.limits.waitMs - waitedMs(m_waiting.front().asked);
    m_patience.start(static_cast<int>(std::max<std::int64_t>(left, 0)));
}

std::int64_t Listener::waitedMs(const Asked &asked) const
{
    return (m_clock->monotonicNs() - asked.sinceNs) / 1'000'000;
}

std::size_t Listener::bytesHeld() const
{
    std::size_t bytes = 0;
    for (const auto &[id, connection] : m_connections)
        bytes += connection->bytesHeld();
    return bytes;
}

void Listener::answer(const Asked &asked, ApiResponse response, bool gzipped)
{
    const auto at = m_connections.find(asked.connection);
    if (at == m_connections.end()) {
        ++m_counters.requests[{std::string(asked.handler), 499}];
        return;
    }
    if (bytesHeld() + response.body.size() > m_options.limits.heldBytes) {
        response = errorResponse({ApiErrorType::Unavailable, "too many answers are still being read"});
        gzipped = false;
    }
    ++m_counters.requests[{std::string(asked.handler), response.code}];
    if (asked.isQuery)
        m_counters.queries.observe(static_cast<double>(m_clock->monotonicNs() - asked.sinceNs) / 1e9);
    ResponseMode mode;
    mode.gzip = gzipped;
    mode.headOnly = asked.headOnly;
    mode.close = !at->second->request().keepsConnection();
    OutgoingResponse out = outgoing(std::move(response), mode, QDateTime::currentDateTimeUtc());
    m_counters.responseBytes += out.body.size();
    at->second->respond(std::move(out));
}

void Listener::refuse(HttpConnection *connection, int status)
{
    ++m_counters.requests[{"other", status}];
    ResponseMode mode;
    mode.close = true;
    connection->respond(
        outgoing(plainResponse(status, reasonOf(status)), mode, QDateTime::currentDateTimeUtc()));
}

} // namespace sightglass
