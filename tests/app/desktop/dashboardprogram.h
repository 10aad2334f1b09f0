// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desktop/targetmemory.h"
#include "app/desktop/windowsettings.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <memory>

class QTemporaryDir;

namespace sightglass {
class DashboardPage;
class DashboardPages;
class MainWindow;
class Workspace;
} // namespace sightglass

namespace sightglass::test {

/// The program's window with dashboards, settings in `folder`: what a start of the program makes. Shown, 1200
/// x 900.
struct DashboardProgram
{
    enum class Targets
    {
        None,
        PageFile ///< the folder's page.prom, as often as targets are scraped
    };

    explicit DashboardProgram(const QString &folder, const QStringList &dashboards = {},
                              Targets targets = Targets::PageFile);
    ~DashboardProgram();

    [[nodiscard]] DashboardPages *pages() const;
    /// The page in front, null where it is no dashboard.
    [[nodiscard]] DashboardPage *front() const;
    [[nodiscard]] bool isFront(const char *title) const;

    WindowSettings settings;
    TargetMemory memory;
    std::unique_ptr<Workspace> workspace;
    std::unique_ptr<MainWindow> window;
};

/// Writes a file into the folder; its path. Ends the program where it cannot.
QString writtenFile(const QTemporaryDir &folder, const QString &name, const QByteArray &text);

} // namespace sightglass::test
