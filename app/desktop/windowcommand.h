// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desktop/windowsettings.h"
#include "model/scrape/targetconfig.h"
#include "parser/promql/features.h"

#include <QSize>
#include <QString>
#include <QStringList>

#include <cstdint>
#include <optional>
#include <vector>

namespace sightglass {

/// `sightglass [OPTION…] [URL…]`: what the window is started with.
struct WindowRequest
{
    std::vector<TargetConfig> targets; ///< empty: the remembered ones
    QStringList configs;               ///< prometheus.yml files to follow this time
    QStringList dashboards = {};       ///< files, and names of those that come with the program
    QStringList ruleFiles = {};        ///< rule files to follow this time instead of the remembered ones
    QString settingsFile;              ///< empty: the user's own
    bool allowCommands = false;        ///< also those of a settings file that is not the user's own
    std::optional<ThemeChoice> theme;  ///< empty: as remembered
    promql::Features features;         ///< on for this time, beside those in the settings
    QString renderTo;                  ///< a folder: render off-screen to it, then end
    std::int64_t renderAfterMs = 30'000;
    QSize renderSize{1600, 1000}; ///< of the window, in pixels
    bool measureStartup = false;  ///< say how long the first frame took, then end
};

/// What the command line asks for without a verb: a window, or to print something and end.
struct WindowCommandLine
{
    std::optional<WindowRequest> request;
    QString output; ///< help, version, or the problem
    int exitCode = 0;
};

/// Needs a QCoreApplication (for its translations), no display. `arguments` begins with the program's name.
[[nodiscard]] WindowCommandLine readWindowCommandLine(const QStringList &arguments);

/// Runs the window until it is closed, or until its pictures are taken. Needs a QApplication.
[[nodiscard]] int runWindow(const WindowRequest &request);

} // namespace sightglass
