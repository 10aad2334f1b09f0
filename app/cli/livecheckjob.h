// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/livecheckoutcome.h"
#include "model/presentation/workspace.h"
#include "model/scrape/configfollower.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <vector>

namespace sightglass {

/// What `sightglass check --target …` was asked for.
struct LiveCheckRequest
{
    std::vector<TargetConfig> targets;
    QString configFile; ///< a prometheus.yml whose targets count too; empty: none
    std::vector<RuleGroup> rules;
    std::vector<CheckedFile> brokenFiles; ///< where there are any, nothing is begun
    std::int64_t forMs = 120'000;
    Severity failOn = Severity::Info; ///< graver alerts count too
    QString junitFile;                ///< empty: none
};

/// Scrapes, evaluates the rules on the collector's clock from the time on when each target has been asked
/// once, and keeps what has been active at any time. GUI thread, no display.
class LiveCheckJob : public QObject
{
    Q_OBJECT

public:
    explicit LiveCheckJob(LiveCheckRequest request, QObject *parent = nullptr);
    ~LiveCheckJob() override;

    void start();

    /// As of now.
    [[nodiscard]] LiveCheckOutcome outcome() const;

signals:
    void finished();

private:
    /// What there was of a rule until now.
    struct Seen
    {
        std::map<Labels, CheckedAlert> alerts;
        std::optional<Error> error;
    };

    void setTargets();
    void onTick(const CollectorTick &tick);
    void onTransitions(const std::vector<AlertTransition> &transitions);
    void beginRules();
    [[nodiscard]] bool isAsked(const CollectorTick &tick) const;

    LiveCheckRequest m_request;
    std::unique_ptr<Workspace> m_workspace;
    std::unique_ptr<ConfigFollower> m_config; ///< null: none
    std::vector<Seen> m_seen;                 ///< by rule, in the order of the request
    QElapsedTimer m_elapsed;
    bool m_hasConfig = false; ///< the configuration has been read
    bool m_evaluates = false;
};

} // namespace sightglass
