// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/serve/listener.h"

#include "app/serve/gzip.h"

#include <unistd.h>

#include <utility>

namespace sightglass {

namespace {

/// Counts one request for as long as it lives, whether its job runs or is dropped.
class Slot
{
public:
    explicit Slot(std::shared_ptr<std::atomic<std::size_t>> counter)
        : m_counter(std::move(counter))
    {
        ++*m_counter;
    }
    ~Slot() { --*m_counter; }
    Slot(const Slot &) = delete;
    Slot &operator=(const Slot &) = delete;

private:
    std::shared_ptr<std::atomic<std::size_t>> m_counter;
};

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
    if (const int status = access.refusal(received.head(), *target); status != 0)
        return status;
    const bool hasForm = !received.body().empty();
    if (hasForm && received.head().method == "POST" && !isForm(received.head().fields.value("Content-Type")))
        return 415;
    return 0;
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
    , m_underWay(std::make_shared<std::atomic<std::size_t>>(0))
    , m_pool(m_options.limits.workers)
{}

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
        ::close(static_cast<int>(descriptor));
        return;
    }
    ++m_counters.connections;
    const std::uint64_t id = m_nextId++;
    auto *connection = new HttpConnection(id, descriptor, m_options.limits, this);
    connect(connection, &HttpConnection::requested, this, &Listener::onRequest);
    connect(connection, &HttpConnection::gaveUp, this, [this] { ++m_counters.droppedConnections; });
    connect(connection, &HttpConnection::ended, this, &Listener::onEnded);
    m_connections.emplace(id, connection);
}

void Listener::onEnded(HttpConnection *connection)
{
    m_pool.cancel(connection->id());
    m_connections.erase(connection->id());
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
    ApiRoute route = findRoute(request.method, request.path);
    Asked asked;
    asked.connection = connection->id();
    asked.handler = route.handler;
    asked.isQuery = route.isQuery;
    asked.gzip = acceptsGzip(received.head().fields);
    asked.headOnly = received.head().method == "HEAD";
    asked.sinceNs = m_clock->monotonicNs();
    if (const std::string problem = readParameters(received, *target, request.parameters); !problem.empty())
        return answer(asked, errorResponse(badData("error parsing form values: " + problem)), false);
    if (route.cost == ApiRoute::Cost::Slow)
        return ask(asked, std::move(route), std::move(request));
    ApiContext here = context();
    if (route.kind == ApiRoute::Kind::Metrics) {
        here.counters = m_counters;
        here.counters.openConnections = m_connections.size();
        here.counters.queriesUnderWay = *m_underWay;
    }
    ApiResponse response = answerRequest(route, request, here);
    const bool isGzipped = compress(response, asked.gzip);
    answer(asked, std::move(response), isGzipped);
}

void Listener::ask(const Asked &asked, ApiRoute route, ApiRequest request)
{
    if (*m_underWay >= m_options.limits.queries)
        return answer(
            asked, errorResponse({ApiErrorType::Unavailable, "too many queries at once: try again"}), false);
    // The key is the connection: it asks one thing at a time.
    m_pool.submit(asked.connection,
                  [this, asked, slot = std::make_shared<Slot>(m_underWay), route = std::move(route),
                   request = std::move(request), here = context()](const std::stop_token &stop) mutable {
                      here.cancel = stop;
                      here.waitedMs = (m_clock->monotonicNs() - asked.sinceNs) / 1'000'000;
                      ApiResponse response = answerRequest(route, request, here);
                      const bool isGzipped = compress(response, asked.gzip);
                      // The pool ends before this object does, so `this` is there; the event dies with it.
                      QMetaObject::invokeMethod(
                          this,
                          [this, asked, isGzipped, response = std::move(response)]() mutable {
                              answer(asked, std::move(response), isGzipped);
                          },
                          Qt::QueuedConnection);
                  });
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
