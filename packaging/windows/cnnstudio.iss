; NOT RUN YET. The Windows installer (Inno Setup 6), written but never compiled: no Windows was at hand.
;   py packaging\build.py --only folder          makes dist\cnnstudio
;   iscc /DVersion=0.1.0 packaging\windows\cnnstudio.iss
#ifndef Version
  #error Give the version: iscc /DVersion=X.Y.Z
#endif

[Setup]
AppId={{6E0C1C7C-9E0E-4C7A-9B5D-9E9C1F3B7A11}
AppName=CNN Studio
AppVersion={#Version}
AppPublisher=The CNN Studio authors
DefaultDirName={autopf}\CNN Studio
DefaultGroupName=CNN Studio
DisableProgramGroupPage=yes
PrivilegesRequired=lowest
PrivilegesRequiredOverridesAllowed=dialog
ArchitecturesAllowed=x64compatible
ArchitecturesInstallIn64BitMode=x64compatible
LicenseFile=..\..\LICENSE
OutputDir=..\..\dist
OutputBaseFilename=cnnstudio-{#Version}-windows-x86_64
Compression=lzma2/max
SolidCompression=yes
ChangesAssociations=yes
UninstallDisplayIcon={app}\cnnstudio.exe
WizardStyle=modern

[Languages]
Name: "en"; MessagesFile: "compiler:Default.isl"
Name: "da"; MessagesFile: "compiler:Languages\Danish.isl"
Name: "de"; MessagesFile: "compiler:Languages\German.isl"
; Not every version of Inno Setup brings Swedish.
#if FileExists(AddBackslash(CompilerPath) + "Languages\Swedish.isl")
Name: "sv"; MessagesFile: "compiler:Languages\Swedish.isl"
#endif

[Tasks]
Name: "desktopicon"; Description: "{cm:CreateDesktopIcon}"; Flags: unchecked

[Files]
Source: "..\..\dist\cnnstudio\*"; DestDir: "{app}"; Flags: recursesubdirs createallsubdirs ignoreversion

[Icons]
Name: "{group}\CNN Studio"; Filename: "{app}\cnnstudio.exe"
Name: "{autodesktop}\CNN Studio"; Filename: "{app}\cnnstudio.exe"; Tasks: desktopicon

[InstallDelete]
; What an older version had and this one has not must not stay: the program looks into its folder for parts.
Type: filesandordirs; Name: "{app}\_internal"

[Registry]
; So that Windows finds "cnnstudio" from its Run field.
Root: HKA; Subkey: "Software\Microsoft\Windows\CurrentVersion\App Paths\cnnstudio.exe"; ValueType: string; ValueData: "{app}\cnnstudio.exe"; Flags: uninsdeletekey
Root: HKA; Subkey: "Software\Classes\.cnnstudio"; ValueType: string; ValueData: "CNNStudio.Project"; Flags: uninsdeletevalue
Root: HKA; Subkey: "Software\Classes\CNNStudio.Project"; ValueType: string; ValueData: "CNN Studio project"; Flags: uninsdeletekey
Root: HKA; Subkey: "Software\Classes\CNNStudio.Project\DefaultIcon"; ValueType: string; ValueData: "{app}\cnnstudio.exe,0"
Root: HKA; Subkey: "Software\Classes\CNNStudio.Project\shell\open\command"; ValueType: string; ValueData: """{app}\cnnstudio.exe"" gui ""%1"""

[Run]
Filename: "{app}\cnnstudio.exe"; Description: "{cm:LaunchProgram,CNN Studio}"; Flags: nowait postinstall skipifsilent
