// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/actionrunner.h"

#include "app/demo/smtpclient.h"

#include <nlohmann/json.hpp>

namespace sightglass::demo {

namespace {

ActionResult resultOf(NetOutcome outcome)
{
    switch (outcome) {
    case NetOutcome::Ok:
        return {};
    case NetOutcome::Timeout:
        return {.error = ActionError::Timeout};
    case NetOutcome::Connection:
        return {.error = ActionError::Connection};
    case NetOutcome::Rejected:
        return {.error = ActionError::Rejected};
    case NetOutcome::Cancelled:
        return {.error = std::nullopt, .cancelled = true};
    }
    return {.error = ActionError::Internal};
}

/// What each service wants to be told, in the shape such services have.
nlohmann::json messageFor(ActionType type, const Job &job)
{
    const std::string text = job.entity->name + ": " + job.event.payload;
    switch (type) {
    case ActionType::Slack:
        return {{"channel", "#stock"}, {"text", text}};
    case ActionType::Sms:
        return {{"to", job.entity->phone}, {"text", "A sign-in to your account failed."}};
    case ActionType::Push:
        return {{"device", std::to_string(job.entity->id)}, {"title", "Thank you"}, {"body", text}};
    default:
        return {{"id", job.event.id}, {"entity", job.event.entity}, {"payload", job.event.payload}};
    }
}

} // namespace

ActionRunner::ActionRunner(Endpoints endpoints, ActionStores stores, const StopSignal &stop)
    : m_endpoints(endpoints)
    , m_stores(stores)
    , m_stop(stop)
    , m_http(endpoints.http, stop)
{}

Milliseconds ActionRunner::timeLimit(ActionType type) noexcept
{
    switch (type) {
    case ActionType::Webhook:
    case ActionType::Slack:
    case ActionType::Push:
        return Milliseconds(2'000);
    case ActionType::Sms:
        return Milliseconds(3'000);
    case ActionType::Email:
        return Milliseconds(5'000);
    case ActionType::Search:
    case ActionType::Cache:
        return Milliseconds(500);
    }
    return Milliseconds(500);
}

ActionResult ActionRunner::run(ActionType type, const Job &job) noexcept
{
    try {
        return perform(type, job, Clock::now() + timeLimit(type));
    } catch (...) {
        return {.error = ActionError::Internal};
    }
}

ActionResult ActionRunner::perform(ActionType type, const Job &job, TimePoint deadline)
{
    switch (type) {
    case ActionType::Webhook:
    case ActionType::Slack:
    case ActionType::Sms:
    case ActionType::Push:
        return post(type, job, deadline);
    case ActionType::Email:
        return mail(job, deadline);
    case ActionType::Search:
        return {.error = m_stores.search.insert(job.event.id, job.entity->name + ' ' + job.event.payload,
                                                deadline)};
    case ActionType::Cache:
        m_stores.cache.invalidate(job.event.entity);
        return {};
    }
    return {.error = ActionError::Internal};
}

ActionResult ActionRunner::post(ActionType type, const Job &job, TimePoint deadline)
{
    const std::string path = '/' + std::string(nameOf(type));
    return resultOf(m_http.post(path, messageFor(type, job).dump(), deadline));
}

ActionResult ActionRunner::mail(const Job &job, TimePoint deadline)
{
    const Mail mail{.recipient = job.entity->email,
                    .subject = "Your order " + std::to_string(job.event.id),
                    .text = "Dear " + job.entity->name + ",\n\nwe have received your payment.\n" +
                            job.event.payload};
    return resultOf(sendMail(m_endpoints.smtp, mail, deadline, m_stop));
}

} // namespace sightglass::demo
