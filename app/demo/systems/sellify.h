// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/demo/systems/disturbance.h"
#include "app/demo/systems/modelhttp.h"
#include "app/demo/systems/modeltimer.h"
#include "app/demo/systems/sellifyquota.h"
#include "app/demo/systems/systemmodel.h"

#include <array>

namespace sightglass::demo {

/// Sellify's core: it decides what to answer to customers' messages, has texts generated, checks them, and
/// keeps to quotas. A day of its lasts six minutes. In trouble the text generation is slow, fails
/// and makes texts that do not pass, and the quotas are not reset.
class Sellify : public SystemModel
{
public:
    explicit Sellify(std::uint64_t seed);

    void step(double seconds, const Weather &weather) override;
    [[nodiscard]] MetricsPage metrics() const override;
    [[nodiscard]] SystemHealth health() const override;

private:
    enum Action : std::size_t
    {
        RespondText,
        SendImage,
        SendVideo,
        AlertHuman,
        Ignore
    };
    enum State : std::size_t
    {
        Greeting,
        Interest,
        Negotiation,
        Escalated,
        Closed
    };
    struct Counted
    {
        const char *name = nullptr;
        double value = 0;
    };

    void decide(double messages);
    /// Has so many texts generated and checked, and sends those that pass; what does not pass is tried once
    /// more.
    void respond(double texts);
    void alertHumans(double alerts, std::size_t severity);
    void converse(double seconds, double messages);
    void serve(double seconds, double messages);
    void putTexts(MetricsPage &page) const;

    ModelRandom m_random;
    Disturbance m_felt;
    SellifyQuota m_quota;
    std::array<Counted, 5> m_decisions;
    std::array<Counted, 5> m_states;
    std::array<Counted, 2> m_aiRequests;
    std::array<Counted, 2> m_validations;
    std::array<Counted, 3> m_alerts;
    double m_forbiddenWords = 0;
    double m_auditLogs = 0;
    ModelHistogram m_generation;
    std::vector<ModelEndpoint> m_endpoints;
};

} // namespace sightglass::demo
