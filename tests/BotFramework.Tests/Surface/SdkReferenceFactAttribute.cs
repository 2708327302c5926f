namespace BotFramework.Tests.Surface;

/// <summary>A test that needs the list of the SDK's signatures beside the repository, and is skipped, visibly, where there is none.</summary>
internal sealed class SdkReferenceFactAttribute : FactAttribute
{
    public SdkReferenceFactAttribute()
    {
        if (!File.Exists(ListPath)) Skip = "The list of the SDK's signatures is not beside the repository.";
    }

    public static string ListPath => Path.GetFullPath(Path.Combine(SurfaceList.Root(), "../shared/reference/bot-framework-api.txt"));
}
