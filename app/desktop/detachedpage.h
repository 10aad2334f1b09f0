// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace sightglass {

/// A dashboard that has a window of its own, as it is remembered between runs.
struct DetachedPage
{
    QString key;         ///< by which DashboardPages knows the dashboard
    QByteArray geometry; ///< of the window, with its screen, as QWidget::saveGeometry() has it

    friend bool operator==(const DetachedPage &, const DetachedPage &) = default;
};

} // namespace sightglass
