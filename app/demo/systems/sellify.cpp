// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/systems/sellify.h"

#include <algorithm>
#include <cmath>

namespace sightglass::demo {

namespace {

constexpr std::array<double, 7> generationBuckets{.1, .25, .5, 1, 2.5, 5, 10};
constexpr std::array<double, 9> httpBuckets{.001, .005, .01, .025, .05, .1, .25, .5, 1};

constexpr double messagesPerSecond = 0.3;
/// Of all messages, what is done about them; the rest are ignored.
constexpr std::array<double, 4> actionShares{0.5, 0.05, 0.015, 0.025};
constexpr double usualFailingShare = 0.004;
constexpr double usualInvalidShare = 0.025;
constexpr double forbiddenShare = 0.3; ///< of the texts that do not pass
constexpr int generationTries = 2;
constexpr double conversationSeconds = 240;
constexpr double usualConversations = 40;
constexpr double pageViewsPerSecond = 1.6;

} // namespace

Sellify::Sellify(std::uint64_t seed)
    : m_random(seed)
    , m_decisions{{{"RespondText"}, {"SendImage"}, {"SendVideo"}, {"AlertHuman"}, {"Ignore"}}}
    , m_states{{{"greeting", 14}, {"interest", 16}, {"negotiation", 8}, {"escalated", 0}, {"closed", 2}}}
    , m_aiRequests{{{"success"}, {"error"}}}
    , m_validations{{{"valid"}, {"invalid"}}}
    , m_alerts{{{"info"}, {"warning"}, {"critical"}}}
    , m_generation(generationBuckets)
    , m_endpoints{{"", "/api/v1/decision", {"200", "500", "503"}, httpBuckets},
                  {"", "/api/v1/products", {"200", "500"}, httpBuckets},
                  {"", "/api/v1/audit/log", {"201", "500"}, httpBuckets},
                  {"", "/health", {"200"}, httpBuckets}}
{}

void Sellify::step(double seconds, const Weather &weather)
{
    m_felt = eased(m_felt, disturbanceOf(weather), seconds);
    m_auditLogs += m_quota.step(seconds, m_felt.breaksThings() ? SellifyQuota::ResetJob::Fails
                                                               : SellifyQuota::ResetJob::Works);
    const double messages = m_random.count(messagesPerSecond * m_felt.load * seconds);
    decide(messages);
    converse(seconds, messages);
    serve(seconds, messages);
}

void Sellify::decide(double messages)
{
    double left = messages;
    double leftShare = 1;
    std::array<double, actionShares.size()> chosen{};
    for (std::size_t i = 0; i < actionShares.size(); ++i) {
        chosen.at(i) = m_random.share(left, actionShares.at(i) / leftShare);
        left -= chosen.at(i);
        leftShare -= actionShares.at(i);
        m_decisions.at(i).value += chosen.at(i);
    }
    m_decisions[Ignore].value += left;
    m_auditLogs += messages;
    respond(chosen[RespondText]);
    m_quota.take(SellifyQuota::Kind::Images, chosen[SendImage]);
    m_quota.take(SellifyQuota::Kind::Videos, chosen[SendVideo]);
    alertHumans(chosen[AlertHuman], 1);
}

void Sellify::respond(double texts)
{
    double left = texts;
    for (int i = 0; i < generationTries && left > 0; ++i) {
        const double failed = m_random.share(left, usualFailingShare + 0.35 * m_felt.errorShare);
        const double generated = left - failed;
        const double invalid = m_random.share(generated, usualInvalidShare + 0.6 * m_felt.errorShare);
        m_generation.observe(left, {0.75 * std::pow(m_felt.slowness, 0.5), 0.5}, m_random);
        m_aiRequests[0].value += generated;
        m_aiRequests[1].value += failed;
        m_validations[0].value += generated - invalid;
        m_validations[1].value += invalid;
        m_forbiddenWords += m_random.share(invalid, forbiddenShare);
        m_quota.take(SellifyQuota::Kind::Messages, generated - invalid);
        left = failed + invalid;
    }
    // Nobody answered: somebody has to.
    alertHumans(left, 2);
}

void Sellify::alertHumans(double alerts, std::size_t severity)
{
    m_alerts.at(severity).value += alerts;
    m_auditLogs += alerts;
    m_states[Escalated].value += alerts;
}

void Sellify::converse(double seconds, double messages)
{
    // Conversations go from one state to the next, and leave from the last.
    const double step = 1 - std::exp(-seconds / conversationSeconds * 4);
    const auto move = [&](std::size_t from, std::size_t to, double share) {
        const double moving = m_random.share(m_states.at(from).value, share * step);
        m_states.at(from).value -= moving;
        m_states.at(to).value += moving;
    };
    m_states[Closed].value -= m_random.share(m_states[Closed].value, step);
    move(Escalated, Closed, 0.4);
    move(Negotiation, Closed, 0.8);
    move(Interest, Negotiation, 0.6);
    move(Greeting, Interest, 0.8);
    const double room = std::max(0.0, usualConversations * m_felt.load - m_states[Greeting].value);
    m_states[Greeting].value += std::min(m_random.share(messages, 0.55), room);
    m_alerts[0].value += m_random.count(seconds / 600);
}

void Sellify::serve(double seconds, double messages)
{
    const double slow = std::pow(m_felt.slowness, 0.75);
    const auto fail = [this](double requests, double share) {
        return m_random.share(requests, 0.001 + share * m_felt.errorShare);
    };
    m_endpoints[0].serve(messages, fail(messages, 0.3), {0.012 * slow, 0.6}, m_random);
    const double views = m_random.count(pageViewsPerSecond * m_felt.load * seconds);
    m_endpoints[1].serve(views, fail(views, 0.15), {0.005 * slow, 0.6}, m_random);
    const double logs = m_random.share(messages, 0.4);
    m_endpoints[2].serve(logs, fail(logs, 0.1), {0.003 * slow, 0.5}, m_random);
    m_endpoints[3].serve(m_random.count(seconds / 5), 0, {0.0008, 0.4}, m_random);
}

MetricsPage Sellify::metrics() const
{
    MetricsPage page("sellify_");
    const FamilyPage decisions = page.counter("decisions_total", "Decisions, by what was to be done.");
    for (const Counted &decision : m_decisions)
        decisions.add({{"action", decision.name}}, decision.value);
    const FamilyPage states =
        page.gauge("conversation_state", "Conversations, by the state that they are in.");
    for (const Counted &state : m_states)
        states.add({{"state", state.name}}, state.value);
    m_quota.put(page);
    putTexts(page);
    putEndpoints(page, m_endpoints);
    page.counter("audit_logs_total", "Entries in the audit log.").add({}, m_auditLogs);
    const FamilyPage alerts = page.counter("alerts_sent_total", "Alerts to humans, by their severity.");
    for (const Counted &alert : m_alerts)
        alerts.add({{"severity", alert.name}}, alert.value);
    return page;
}

void Sellify::putTexts(MetricsPage &page) const
{
    page.histogram("ai_generation_duration_seconds", "Time that having a text generated took.")
        .add({}, m_generation);
    const FamilyPage requests = page.counter("ai_requests_total", "Texts that were to be generated.");
    for (const Counted &status : m_aiRequests)
        requests.add({{"status", status.name}}, status.value);
    const FamilyPage validations = page.counter("validation_results", "Texts that were checked.");
    for (const Counted &result : m_validations)
        validations.add({{"result", result.name}}, result.value);
    page.counter("forbidden_words_detected", "Texts with words that must not be used.")
        .add({}, m_forbiddenWords);
}

SystemHealth Sellify::health() const
{
    return {!m_felt.breaksThings(), {}, {{"quota_messages_today", m_quota.messagesToday()}}};
}

} // namespace sightglass::demo
