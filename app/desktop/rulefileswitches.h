// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/alerts/rulefilesview.h"

#include <QObject>
#include <QString>

#include <map>
#include <vector>

namespace sightglass {

class WindowConfigs;
class WindowSettings;
class Workspace;

/// Which rule files are evaluated in a window: a switch for each that there is, remembered. GUI thread.
class RuleFileSwitches : public QObject
{
    Q_OBJECT

public:
    /// All outlive this; `configs` may be null.
    RuleFileSwitches(Workspace *workspace, WindowSettings *settings, WindowConfigs *configs,
                     QObject *parent = nullptr);

    /// The user's own first, then those that configurations name, then those that come along: those that
    /// dashboards ask for before the others.
    [[nodiscard]] std::vector<RuleFileLine> files() const;
    void setOn(const QString &file, bool on);

signals:
    void changed();

private:
    [[nodiscard]] RuleFileLine lineOf(const QString &file, RuleFileLine::Origin origin) const;
    [[nodiscard]] RuleFileLine bundledLine(const QString &file) const;
    [[nodiscard]] bool isFollowed(const QString &file) const;

    Workspace *m_workspace;
    WindowSettings *m_settings;
    WindowConfigs *m_configs;
    std::map<QString, int> m_bundled; ///< rules of each file that comes along
};

} // namespace sightglass
