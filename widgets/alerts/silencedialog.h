// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/notify/silence.h"

#include <QDialog>
#include <QTimeZone>

#include <functional>
#include <vector>

class QComboBox;
class QLabel;
class QLineEdit;
class QListWidget;
class QPushButton;

namespace sightglass {

class FieldHint;

/// Makes a silence, or changes one: matchers, until when, why, and below what of the present alerts it would
/// hit, as one types. Not modal: open() it and listen for submitted().
class SilenceDialog : public QDialog
{
    Q_OBJECT

public:
    /// What the dialog is about.
    struct Subject
    {
        Silence silence;            ///< with an id: it is changed
        std::vector<Labels> alerts; ///< there are at present
        std::function<TimestampMs()> now;
        QTimeZone zone = QTimeZone::systemTimeZone();
    };

    explicit SilenceDialog(Subject subject, QWidget *parent = nullptr);

    /// Says why the silence that was submitted is none, and stays open.
    void refuse(const QString &problem);

signals:
    void submitted(const sightglass::Silence &silence);

private:
    void validate();
    void submit();
    /// False, and told, where a text is too long.
    bool checkLengths();
    void showHits(const std::vector<Matcher> &matchers);

    Subject m_subject;
    QLineEdit *m_matchers;
    FieldHint *m_matchersHint;
    QComboBox *m_until;
    FieldHint *m_untilHint;
    QLineEdit *m_comment;
    FieldHint *m_commentHint;
    QString m_shownComment; ///< as it was to begin with
    QString m_shownBy;
    QLineEdit *m_by;
    QLabel *m_hitCount;
    QListWidget *m_hits;
    QPushButton *m_ok = nullptr;
};

} // namespace sightglass
