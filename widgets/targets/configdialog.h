// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/presentation/configreportmodel.h"

#include <QDialog>
#include <QString>

class QLabel;
class QTreeView;

namespace sightglass {

class FieldHint;

/// What a followed prometheus.yml comes to: its targets in numbers, where it is broken, what of it is not
/// honoured and what is lost by that, rule files that were found. Not modal, and kept up to date by its
/// owner.
class ConfigDialog : public QDialog
{
    Q_OBJECT

public:
    explicit ConfigDialog(const ConfigState &state, QWidget *parent = nullptr);

    [[nodiscard]] const QString &path() const noexcept { return m_path; }
    void setState(const ConfigState &state);

signals:
    void closeFileRequested(const QString &path);

private:
    QString m_path;
    ConfigReportModel *m_model;
    QLabel *m_summary;
    FieldHint *m_state;
    QTreeView *m_list;
};

} // namespace sightglass
