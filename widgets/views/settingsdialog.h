// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/presentation/programsettings.h"

#include <QDialog>

#include <functional>
#include <utility>
#include <vector>

class QCheckBox;
class QComboBox;
class QLineEdit;
class QPushButton;
class QSpinBox;
class QWidget;

namespace sightglass {

class FieldHint;

/// Edits the program's settings: limits and feature switches of queries, the HTTP API, and how time is shown.
/// Not modal: open() it and listen for submitted().
class SettingsDialog : public QDialog
{
    Q_OBJECT

public:
    /// Why these API settings cannot be used, empty where they can. The program knows how addresses are read.
    using ApiCheck = std::function<QString(const ApiSettings &)>;

    SettingsDialog(const ProgramSettings &settings, ApiCheck apiCheck, QWidget *parent = nullptr);

    /// As edited; a limit that was not touched is what it was, whatever its field can show of it.
    [[nodiscard]] ProgramSettings settings() const;

    /// What the API does now ("listening on …", "address already in use"), shown under its switch.
    void setApiStatus(const QString &status);

signals:
    void submitted(const sightglass::ProgramSettings &settings);

private:
    [[nodiscard]] QWidget *queryPage();
    [[nodiscard]] QWidget *limitsBox();
    [[nodiscard]] QWidget *featuresBox();
    [[nodiscard]] QWidget *apiPage();
    [[nodiscard]] QWidget *timePage();
    void validate();
    void chooseTokenFile();

    ProgramSettings m_settings;
    ApiCheck m_apiCheck;
    QSpinBox *m_timeout;
    QSpinBox *m_samples;
    QSpinBox *m_steps;
    QSpinBox *m_lookback;
    std::vector<std::pair<QCheckBox *, bool promql::Features::*>> m_features;
    QCheckBox *m_apiEnabled;
    QLineEdit *m_listen;
    QCheckBox *m_allowRemote;
    QLineEdit *m_tokenFile;
    QPushButton *m_chooseToken;
    QComboBox *m_zone;
    QCheckBox *m_glide;
    FieldHint *m_apiStatus;
    FieldHint *m_problem;
    QPushButton *m_ok = nullptr;
};

} // namespace sightglass
