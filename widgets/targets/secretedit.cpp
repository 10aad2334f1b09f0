// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/targets/secretedit.h"

#include "model/scrape/clientsecrets.h"
#include "widgets/targets/pathedit.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QStackedWidget>

#include <variant>

namespace sightglass {

namespace {

SecretPlace placeOf(const Secret &secret, SecretKeeping keeping)
{
    if (std::holds_alternative<SecretFile>(secret))
        return SecretPlace::File;
    const auto *key = std::get_if<SecretKey>(&secret);
    const bool forSession = std::holds_alternative<SecretText>(secret) ||
                            keeping == SecretKeeping::NotInStore ||
                            (key != nullptr && isKeyOfPastSession(key->key));
    return forSession ? SecretPlace::Session : SecretPlace::Store;
}

} // namespace

SecretEdit::SecretEdit(const QString &name, const Secret &secret, SecretKeeping keeping, QWidget *parent)
    : QWidget(parent)
    , m_kept(secret)
    , m_place(new QComboBox)
    , m_fields(new QStackedWidget)
    , m_text(new QLineEdit)
    , m_file(new PathEdit(tr("File with: %1").arg(name)))
{
    if (keeping == SecretKeeping::InStore)
        m_place->addItem(tr("in the secret store"), static_cast<int>(SecretPlace::Store));
    m_place->addItem(tr("for this session only"), static_cast<int>(SecretPlace::Session));
    m_place->addItem(tr("in a file"), static_cast<int>(SecretPlace::File));
    m_place->setObjectName(QStringLiteral("place"));
    m_place->setAccessibleName(tr("Where it is kept: %1").arg(name));
    m_text->setObjectName(QStringLiteral("secret"));
    m_text->setEchoMode(QLineEdit::Password);
    m_text->setAccessibleName(name);
    m_text->setInputMethodHints(Qt::ImhHiddenText | Qt::ImhSensitiveData | Qt::ImhNoPredictiveText);
    m_file->setPlaceholder(tr("absolute path; read anew for each scrape"));
    if (const auto *file = std::get_if<SecretFile>(&secret))
        m_file->setPath(file->path);
    m_fields->addWidget(m_text);
    m_fields->addWidget(m_file);
    m_fields->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_fields, 1);
    layout->addWidget(m_place);
    setFocusProxy(m_text);
    const auto follow = [this] {
        m_fields->setCurrentIndex(place() == SecretPlace::File ? 1 : 0);
        updatePlaceholder();
        emit changed();
    };
    connect(m_place, &QComboBox::currentIndexChanged, this, follow);
    connect(m_text, &QLineEdit::textChanged, this, &SecretEdit::changed);
    connect(m_file, &PathEdit::changed, this, &SecretEdit::changed);
    setPlace(placeOf(secret, keeping));
    follow();
}

void SecretEdit::setTyped(const QString &text)
{
    m_text->setText(text);
    if (place() == SecretPlace::File)
        m_place->setCurrentIndex(0);
}

void SecretEdit::setPlace(SecretPlace place)
{
    const int index = m_place->findData(static_cast<int>(place));
    if (index >= 0)
        m_place->setCurrentIndex(index);
}

SecretPlace SecretEdit::place() const
{
    return static_cast<SecretPlace>(m_place->currentData().toInt());
}

Secret SecretEdit::secret(const std::string &field, TargetEdit &edit) const
{
    if (place() == SecretPlace::File) {
        const std::string path = m_file->path();
        return path.empty() ? Secret() : Secret(SecretFile{path});
    }
    const std::string known = text();
    if (known.empty())
        return std::holds_alternative<SecretFile>(m_kept) ? Secret() : m_kept;
    if (place() == SecretPlace::Session)
        return SecretText{known};
    // A key of its own: a change of mind leaves the secret before where it is, and a new secret makes the
    // target another one, which asks with it at once.
    const std::string key = newSecretKey(edit.config.id, field);
    edit.typed.push_back({key, known});
    return SecretKey{key};
}

bool SecretEdit::isEmpty() const
{
    if (place() == SecretPlace::File)
        return m_file->path().empty();
    const bool kept = std::holds_alternative<SecretKey>(m_kept) || std::holds_alternative<SecretText>(m_kept);
    return m_text->text().isEmpty() && !kept;
}

bool SecretEdit::isForStore() const
{
    return place() == SecretPlace::Store && !text().empty();
}

std::string SecretEdit::text() const
{
    const auto *kept = std::get_if<SecretText>(&m_kept);
    return m_text->text().isEmpty() && kept != nullptr ? kept->text : m_text->text().toStdString();
}

bool SecretEdit::isOfPastSession() const
{
    const auto *key = std::get_if<SecretKey>(&m_kept);
    return key != nullptr && isKeyOfPastSession(key->key);
}

QString SecretEdit::problem() const
{
    const std::string path = m_file->path();
    if (place() == SecretPlace::File && !path.empty() && !path.starts_with('/'))
        return tr("The file with a secret needs an absolute path.");
    // Without a store there is no choice between the two.
    const bool isMissing = std::holds_alternative<SecretKey>(m_kept) && text().empty() &&
                           m_place->findData(static_cast<int>(SecretPlace::Store)) >= 0;
    if (isMissing && !isOfPastSession() && place() == SecretPlace::Session)
        return tr("To keep the secret for this session only, type it again.");
    if (isMissing && isOfPastSession() && place() == SecretPlace::Store)
        return tr("To keep the secret in the secret store, type it again.");
    return {};
}

void SecretEdit::updatePlaceholder()
{
    if (isOfPastSession())
        m_text->setPlaceholderText(tr("was for an earlier session; type it again"));
    else if (std::holds_alternative<SecretText>(m_kept) && place() == SecretPlace::Store)
        m_text->setPlaceholderText(tr("goes into the secret store; type to replace it"));
    else if (std::holds_alternative<SecretKey>(m_kept))
        m_text->setPlaceholderText(tr("kept in the secret store; type to replace it"));
    else if (std::holds_alternative<SecretText>(m_kept))
        m_text->setPlaceholderText(tr("kept for this session; type to replace it"));
    else if (place() == SecretPlace::Session)
        m_text->setPlaceholderText(tr("forgotten when the window closes"));
    else
        m_text->setPlaceholderText({});
}

} // namespace sightglass
