// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/dashboard/dashboardspec.h"

#include <QDialog>

class QCheckBox;
class QComboBox;
class QLineEdit;
class QPlainTextEdit;

namespace sightglass {

/// What of a dashboard is no panel: its title and description, tags, time range, refresh, time zone, what the
/// pointer over one panel does to the others. Times are written as Grafana writes them.
class DashboardSettingsDialog : public QDialog
{
    Q_OBJECT

public:
    explicit DashboardSettingsDialog(const DashboardSpec &dashboard, QWidget *parent = nullptr);

    /// Lays what was entered over a dashboard; all else stays.
    void applyTo(DashboardSpec &dashboard) const;

    [[nodiscard]] QLineEdit *titleField() const noexcept { return m_title; }

private:
    QLineEdit *m_title;
    QPlainTextEdit *m_description;
    QLineEdit *m_tags;
    QLineEdit *m_from;
    QLineEdit *m_to;
    QComboBox *m_refresh;
    QComboBox *m_zone;
    QComboBox *m_cursor;
    QCheckBox *m_live;
};

} // namespace sightglass
