// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/demo/metricsconfig.h"
#include "app/demo/scenario.h"
#include "app/demo/systems/systemtable.h"

#include <QHostAddress>
#include <QStringList>

#include <optional>

namespace sightglass::demo {

struct Options
{
    enum class Task : std::uint8_t
    {
        Run,
        ShowHelp,
        ShowVersion
    };

    Task task = Task::Run;
    QHostAddress address{QHostAddress::LocalHost};
    /// Of the first system, those of the others follow; 0 for free ports, none for each system's own one.
    std::optional<std::uint16_t> port;
    /// What is started, at least one, in the order of systemTable().
    std::vector<SystemId> systems{SystemId::FraiseqlObserver};
    /// Empty for the user's cache folder.
    QString stateDir;
    Scenario scenario = Scenario::Incident;
    IncidentTiming incident;
    MetricsConfig metrics;
    std::uint64_t seed = 1;
    /// What --help prints.
    QString helpText;
};

/// What a command line asks for, or a complete, translated sentence about what is wrong with it.
struct OptionsOrProblem
{
    Options options;
    /// Empty where the options are good.
    QString problem;
};

/// Reads a command line; the arguments begin with the program's name. Of several problems the first is told.
[[nodiscard]] OptionsOrProblem parseOptions(const QStringList &arguments);

} // namespace sightglass::demo
