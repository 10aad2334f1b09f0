// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/scrape/targetconfig.h"

#include <QDialog>

class QDoubleSpinBox;
class QLineEdit;
class QPushButton;

namespace sightglass {

class FieldHint;

/// Edits one target. Not modal: open() it and listen for submitted(). Says at once what is wrong with an
/// address and only lets a usable one through.
class TargetDialog : public QDialog
{
    Q_OBJECT

public:
    explicit TargetDialog(const TargetConfig &config, QWidget *parent = nullptr);

    /// The config as edited; meaningful when the address is usable.
    [[nodiscard]] TargetConfig config() const;

signals:
    void submitted(const sightglass::TargetConfig &config);

private:
    void validate();
    [[nodiscard]] QUrl editedUrl() const;

    TargetConfig m_config;
    QLineEdit *m_url;
    QLineEdit *m_name;
    QDoubleSpinBox *m_interval;
    QDoubleSpinBox *m_timeout;
    FieldHint *m_hint;
    QPushButton *m_ok;
};

} // namespace sightglass
