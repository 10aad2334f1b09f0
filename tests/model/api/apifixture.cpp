// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/model/api/apifixture.h"

#include "model/alerting/rulegroup.h"
#include "model/storage/head.h"

#include <QtTest>

#include <array>
#include <limits>

namespace sightglass::test {

namespace {

constexpr TimestampMs first = apiNow - 600'000;
constexpr std::int64_t stepMs = 60'000;

template<typename Value>
void fill(Head &head, const Labels &labels, Value value)
{
    const SeriesId id = head.seriesFor(labels);
    for (int i = 0; i <= 10; ++i) {
        const Status status = head.append(id, first + i * stepMs, value(i));
        Q_ASSERT(status.ok());
    }
}

/// Two targets that agree about one family and disagree about another.
void describe(Head &head)
{
    const MetricMetadata requests{MetricType::Counter, "Requests.", ""};
    const MetricMetadata odd{MetricType::Gauge, "A \"quoted\" help.", "seconds"};
    const MetricMetadata level{MetricType::Gauge, "A level.", ""};
    const MetricMetadata events{MetricType::Counter, "Events.", ""};
    const std::array ofWeb{MetadataChange{"http_requests", &requests}, MetadataChange{"odd", &odd},
                           MetadataChange{"split", &level}};
    const std::array ofApi{MetadataChange{"http_requests", &requests}, MetadataChange{"split", &events}};
    head.setMetadata(head.addMetadataOwner(Labels({{"instance", "localhost:9100"}, {"job", "web"}})), ofWeb);
    head.setMetadata(head.addMetadataOwner(Labels({{"instance", "localhost:9100"}, {"job", "api"}})), ofApi);
    head.setMetadata("up", {MetricType::Gauge, "Whether it answers.", ""});
}

std::shared_ptr<const Snapshot> filledSnapshot()
{
    Head head;
    const auto requests = [](const char *job, const char *code) {
        return Labels::withName("http_requests_total",
                                {{"instance", "localhost:9100"}, {"job", job}, {"code", code}});
    };
    fill(head, requests("api", "200"), [](int i) { return i * 60.0; });
    fill(head, requests("api", "500"), [](int i) { return i * 6.0; });
    fill(head, requests("web", "200"), [](int) { return 7.0; });
    fill(head, Labels::withName("odd", {{"kind", "inf"}}),
         [](int) { return std::numeric_limits<double>::infinity(); });
    fill(head, Labels::withName("odd", {{"kind", "nan"}}), [](int) { return canonicalNaN(); });
    fill(head, Labels::withName("odd", {{"kind", "tiny"}}), [](int) { return 1e-7; });
    fill(head, Labels::withName("utf8", {{"http.status", "ü<b>"}}), [](int i) { return i; });
    const auto exemplar = [&head](const Labels &series, Exemplar what) {
        const ExemplarVerdict verdict = head.appendExemplar(head.seriesFor(series), std::move(what));
        Q_ASSERT(verdict == ExemplarVerdict::Taken);
    };
    exemplar(requests("web", "200"), {Labels(std::vector<Label>{{"trace_id", "abc"}}), 6, first + 479, true});
    exemplar(requests("web", "200"), {Labels({{"trace_id", "def"}, {"span", "<b>"}}),
                                      std::numeric_limits<double>::infinity(), first + 1000, true});
    exemplar(Labels::withName("odd", {{"kind", "tiny"}}), {{}, 1e-7, first, true});
    describe(head);
    head.commit();
    return head.snapshot();
}

ApiTarget target(const char *job, ApiTarget::Health health)
{
    ApiTarget target;
    target.labels = Labels({{"instance", "localhost:9100"}, {"job", job}});
    target.discoveredLabels =
        Labels({{"__address__", "localhost:9100"}, {"__metrics_path__", "/metrics"}, {"__scheme__", "http"}});
    target.scrapePool = job;
    target.scrapeUrl = "http://localhost:9100/metrics";
    target.health = health;
    target.intervalMs = 1000;
    target.timeoutMs = 500;
    if (health == ApiTarget::Health::Up) {
        target.lastScrape = apiNow - 120;
        target.lastScrapeSeconds = 0.0125;
    } else {
        target.lastError = "connection refused by localhost:9100";
    }
    return target;
}

Alert alert(const char *code, AlertState state, double value)
{
    Alert alert;
    alert.labels = Labels({{"alertname", "Many"}, {"code", code}, {"severity", "critical"}});
    alert.state = state;
    alert.value = value;
    alert.activeAt = apiNow - 30'500;
    alert.annotations = {{"summary", "too many"}};
    return alert;
}

ApiRuleGroup ruleGroup()
{
    ThresholdRule rule;
    rule.name = "Many";
    rule.expr = "rate(http_requests_total[5m])";
    rule.threshold = 0.5;
    rule.forMs = 90'000;
    rule.severity = Severity::Critical;
    rule.labels = Labels({{"team", "a"}, {"tier", "1"}});
    rule.summary = "too many";
    RuleStatus many;
    many.group = "demo";
    many.rule = thresholdRule(rule);
    many.state = AlertState::Firing;
    many.alerts = {alert("200", AlertState::Firing, 1), alert("404", AlertState::Inactive, 0),
                   alert("500", AlertState::Pending, 15)};
    many.lastEvaluation = apiNow - 1000;
    many.evaluationSeconds = 0.25;
    RuleStatus broken;
    broken.group = "demo";
    rule = {};
    rule.name = "Broken";
    rule.expr = "sum(";
    broken.rule = thresholdRule(rule);
    broken.error = Error{ErrorCode::PromqlSyntax, {"unexpected end of input"}, {}, {}};
    return {{"demo", "rules.yml", 5000, 0, 2, 0, apiNow - 1000, 0.25}, {many, broken}};
}

} // namespace

ApiContext apiContext()
{
    auto state = std::make_shared<ApiState>();
    state->snapshot = filledSnapshot();
    state->targets = {target("api", ApiTarget::Health::Up), target("web", ApiTarget::Health::Down)};
    const Labels gone(std::vector<Label>{{"__address__", "a:1"}});
    state->dropped = std::make_shared<const std::vector<ApiDroppedTargets>>(
        std::vector<ApiDroppedTargets>{{"gone", {gone}, 3}});
    state->ruleGroups = {ruleGroup(), {{"empty", "", 1000, 0, 0, 0, {}, 0}, {}}};
    state->server.version = "1.2.3";
    state->server.startedAt = apiNow - 3'600'000;
    state->server.listenAddress = "127.0.0.1:9099";
    state->server.retentionMs = 24 * 3'600'000;
    state->server.retentionBytes = std::size_t{512} << 20U;
    ApiContext context;
    context.state = std::move(state);
    context.now = apiNow;
    return context;
}

ApiResponse ask(const ApiContext &context, std::string_view request)
{
    const std::string_view method = request.substr(0, request.find(' '));
    request.remove_prefix(method.size() + 1);
    ApiRequest asked;
    asked.method = ApiMethod::Get;
    if (method == "POST")
        asked.method = ApiMethod::Post;
    else if (method == "OPTIONS")
        asked.method = ApiMethod::Options;
    else if (method != "GET")
        asked.method = ApiMethod::Other;
    const std::size_t end = std::min(request.find('?'), request.size());
    asked.path = request.substr(0, end);
    const std::string problem = asked.parameters.parse(request.substr(std::min(end + 1, request.size())));
    if (!problem.empty())
        return errorResponse(badData(problem));
    return answerRequest(findRoute(asked.method, asked.path), asked, context);
}

} // namespace sightglass::test
